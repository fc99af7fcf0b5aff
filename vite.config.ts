import { defineConfig } from 'vite';

/**
 * The part of the workbench that runs in the browser. The server finds the names of the files,
 * which change with their content, in `.vite/manifest.json`.
 */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    modulePreload: false,
    // The rules, forms and editions are in it: 150 KB as they are sent.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: { entry: 'src/web/main.ts', look: 'src/web/entry.css' },
      output: {
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name]-[hash][extname]',
      },
    },
  },
});
