import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** What kept a document from being set. It is ours: no content of a document may cause it. */
export class TypesettingError extends Error {
  override readonly name = 'TypesettingError';
}

/** A source and the texts it reads as `sys.inputs`; texts never become part of the source. */
export interface Setting {
  readonly source: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** a-3b, ua-1 …; the library refuses what does not conform. */
  readonly standard: string;
}

/** Sets documents in given fonts. Loading the fonts is what takes time: keep it. */
export interface Typesetter {
  readonly pdf: (setting: Setting) => Uint8Array;
}

/** 1980-01-01, which our other files carry too: equal content gives equal bytes. */
const FIRST_DAY = 315532800;

export function typesetter(fonts: readonly Uint8Array[]): Typesetter {
  const blobs = fonts.map((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: blobs }] });
  return {
    pdf: ({ source, inputs, standard }) => {
      try {
        const compiled = compiler.compile({ mainFileContent: source, inputs: { ...inputs } });
        if (compiled.result === null) throw new TypesettingError(reasons(compiler, compiled));
        return compiler.pdf(compiled.result, {
          pdfStandard: standard,
          pdfTags: true,
          creationTimestamp: FIRST_DAY,
        });
      } catch (error) {
        if (error instanceof TypesettingError) throw error;
        throw new TypesettingError(exported(error));
      } finally {
        // What is kept of one document is never asked for by the next, and would pile up.
        compiler.evictCache(0);
      }
    },
  };
}

type Compiled = ReturnType<NodeCompiler['compile']>;

function reasons(compiler: NodeCompiler, compiled: Compiled): string {
  const error = compiled.takeDiagnostics();
  if (error === null) return 'the document could not be set';
  const found: { readonly message?: string }[] = compiler.fetchDiagnostics(error);
  return found.map(({ message }) => message ?? '').join('; ');
}

/** What the library says of an export, without its internals. */
function exported(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const messages = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, said]) => said);
  return messages.length === 0 ? text : messages.join('; ');
}
