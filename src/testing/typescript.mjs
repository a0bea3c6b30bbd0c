// Lets a child process of a test run our TypeScript as it is: node --import ./src/testing/typescript.mjs file.ts
import { register } from 'node:module';

const hooks = `
  import { readFile } from 'node:fs/promises';
  import { fileURLToPath } from 'node:url';
  import ts from ${JSON.stringify(import.meta.resolve('typescript'))};
  const compilerOptions = { target: 'es2023', module: 'esnext', verbatimModuleSyntax: true };
  export async function load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const source = await readFile(fileURLToPath(url), 'utf8');
    return { format: 'module', shortCircuit: true, source: ts.transpileModule(source, { compilerOptions }).outputText };
  }
`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
