import {
  type FormFields,
  type FormHead,
  fieldsOf,
  segmentOf,
  type TypedFormKind,
} from '../accounts/form-fields.js';
import type { Account } from '../accounts/model.js';
import type { Edition } from '../editions/model.js';
import type { EvaluationSegment } from '../facts/model.js';
import { isCounted, settledForm } from './form-scores.js';

/** What somebody did to a performance form while typing. Forms are named by the id of theirs. */
export type FormEdit =
  /** Adds a form, or puts another in its place; fields as `FormFields`. */
  | {
      readonly kind: 'form';
      readonly form: string;
      readonly of: TypedFormKind;
      readonly fields: readonly (readonly [path: string, text: string])[];
    }
  | { readonly kind: 'no-form'; readonly form: string }
  /** Null takes the field away. */
  | {
      readonly kind: 'field';
      readonly form: string;
      readonly path: string;
      readonly text: string | null;
    }
  /** Takes a row away: `indicator/3000`. */
  | { readonly kind: 'no-row'; readonly form: string; readonly row: string };

const KINDS: ReadonlySet<string> = new Set(['form', 'no-form', 'field', 'no-row']);

/** Whether an edit is of a performance form. */
export function isFormEdit(edit: { readonly kind: string }): edit is FormEdit {
  return KINDS.has(edit.kind);
}

/** What an edit of a form is about. */
export function formTarget(edit: FormEdit): string {
  const form = `form/${edit.form}`;
  if (edit.kind === 'field') return `${form}/${edit.path}`;
  return edit.kind === 'no-row' ? `${form}/${edit.row}` : form;
}

/** Targets that an edit falls with: the row and the form of a field. */
export function formTargetsAbove(edit: FormEdit): readonly string[] {
  const form = `form/${edit.form}`;
  if (edit.kind === 'no-row') return [form];
  if (edit.kind !== 'field') return [];
  const row = /^[a-z-]+\/\d+(?=\/)/.exec(edit.path)?.[0];
  return row === undefined ? [form] : [form, `${form}/${row}`];
}

/** The form of an account by its id, where it is one that is typed. */
export function typedForm({ evaluations }: Account, id: string): EvaluationSegment | null {
  const found = evaluations.find((each) => each.id === id);
  return found === undefined || found.form === 'evaluation-report' ? null : found;
}

/**
 * Ids tell forms apart that came from several documents; typed ones begin with a t. An account
 * whose forms have ids of their own stays as it is.
 */
export function withFormIds(account: Account): Account {
  const seen = new Set<string>();
  const evaluations = account.evaluations.map((segment) => {
    let { id } = segment;
    for (let next = 2; seen.has(id); next += 1) id = `${segment.id}-${next}`;
    seen.add(id);
    return id === segment.id ? segment : { ...segment, id };
  });
  const same = evaluations.every((each, at) => each === account.evaluations[at]);
  return same ? account : { ...account, evaluations };
}

/** The account after an edit of a form, what follows from it computed anew. */
export function applyFormEdit(account: Account, edition: Edition, edit: FormEdit): Account {
  const within = { edition: edition.id, fiscalYear: account.fiscalYear };
  const settled = (head: FormHead, fields: FormFields, counted: boolean) => {
    const segment = segmentOf(head, fields);
    return counted ? settledForm(segment, within) : segment;
  };
  if (edit.kind === 'form') {
    const head = { id: edit.form, form: edit.of, fiscalYear: account.fiscalYear };
    // What a form came with stays as it was: whoever takes a removal back gets the same form.
    return withForm(account, edit.form, segmentOf(head, new Map(edit.fields)));
  }
  if (edit.kind === 'no-form') return withForm(account, edit.form, null);
  const segment = typedForm(account, edit.form);
  if (segment === null) return account;
  const { id, fiscalYear } = segment;
  const head = { id, fiscalYear, form: segment.form as TypedFormKind };
  const fields = new Map(fieldsOf(segment));
  if (edit.kind === 'no-row') {
    for (const path of fields.keys()) if (path.startsWith(`${edit.row}/`)) fields.delete(path);
    return withForm(account, id, settled(head, fields, isCounted(edit.row)));
  }
  if (edit.text === null) fields.delete(edit.path);
  else fields.set(edit.path, edit.text);
  return withForm(account, id, settled(head, fields, isCounted(edit.path)));
}

function withForm(account: Account, id: string, segment: EvaluationSegment | null): Account {
  const { evaluations } = account;
  const at = evaluations.findIndex((each) => each.id === id);
  if (at >= 0) {
    const others = segment === null ? [] : [segment];
    return { ...account, evaluations: evaluations.toSpliced(at, 1, ...others) };
  }
  return segment === null ? account : { ...account, evaluations: [...evaluations, segment] };
}

/** What takes an edit back, given the account before it. */
export function undoneFormEdit(account: Account, edit: FormEdit): readonly FormEdit[] {
  const segment = typedForm(account, edit.form);
  if (segment === null) return edit.kind === 'form' ? [{ kind: 'no-form', form: edit.form }] : [];
  const fields = fieldsOf(segment);
  const { form } = edit;
  if (edit.kind === 'form' || edit.kind === 'no-form') {
    return [{ kind: 'form', form, of: segment.form as TypedFormKind, fields: [...fields] }];
  }
  if (edit.kind === 'field') {
    return [{ kind: 'field', form, path: edit.path, text: fields.get(edit.path) ?? null }];
  }
  return [...fields].flatMap(([path, text]): readonly FormEdit[] =>
    path.startsWith(`${edit.row}/`) ? [{ kind: 'field', form, path, text }] : [],
  );
}

/** Forms whose computed fields are not as they were: a document may have printed another sum. */
export function restoredForms(
  before: Account,
  back: Account,
  forms: ReadonlySet<string>,
): readonly FormEdit[] {
  return [...forms].flatMap((form): readonly FormEdit[] => {
    const [was, is] = [typedForm(before, form), typedForm(back, form)];
    if (was === null || is === null) return [];
    const [old, now] = [fieldsOf(was), fieldsOf(is)];
    const same = old.size === now.size && [...old].every(([path, text]) => now.get(path) === text);
    return same ? [] : [{ kind: 'form', form, of: was.form as TypedFormKind, fields: [...old] }];
  });
}
