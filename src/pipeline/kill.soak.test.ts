import { temporaryFolder } from '../testing/folder.ts';
import { testKilledCrawl } from '../testing/killed-crawl.ts';

testKilledCrawl(temporaryFolder(), 50);
