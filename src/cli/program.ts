import { Command, CommanderError, Option } from 'commander';
import { displayWidth } from '../pages/display-width.js';
import type { Lang } from '../pages/model.js';
import { PUBLICATION_FORMATS } from '../publishing/formats.js';
import { jobsOf, LANGUAGES, languageOf, translatedTitle } from './arguments.js';
import { type BuildRequest, build } from './build-command.js';
import { printEditions, printProfiles, printRules } from './catalogue.js';
import { LIMIT_NAMES, limitsFrom } from './limit-option.js';
import { type SentenceId, sentence } from './messages.js';
import { chosenScoring, type ScoringChoice } from './profile-option.js';
import { type ExitStatus, type RunRequest, run } from './run.js';
import { runMerge } from './run-merge.js';
import type { ServeOptions } from './serve-command.js';
import { template } from './template-command.js';
import { textOptions } from './terminal.js';
import { UsageError } from './usage.js';
import { VERSION } from './version.js';

/** The options of `read` and `check` as commander hands them over. */
interface Options {
  readonly json?: boolean;
  readonly html?: string;
  readonly profile?: string;
  readonly sarif?: boolean;
  readonly xlsx?: string;
  readonly feedback?: string;
  readonly roster?: string;
  readonly limit?: readonly string[];
  readonly reference?: readonly string[];
  readonly verbose?: boolean;
  readonly jobs?: string;
}

/** The options of `merge`. */
interface MergeOptions {
  readonly out: string;
  readonly entity?: string;
  readonly limit?: readonly string[];
}

/** Runs one command line and gives its exit status; the program's own faults are thrown. */
export async function runProgram(argv: readonly string[]): Promise<ExitStatus> {
  const lang = languageOf(argv);
  let status: ExitStatus = 0;
  const program = buildProgram(lang, async (action) => {
    status = await action();
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      // Asked for nothing: commander has shown the help.
      if (error.code !== 'commander.help') complain(lang, usageMessage(lang, error, argv));
      return 2;
    }
    if (error instanceof UsageError) {
      complain(lang, error.message);
      return 2;
    }
    throw error;
  }
}

type Dispatch = (action: () => Promise<ExitStatus>) => Promise<void>;

function buildProgram(lang: Lang, dispatch: Dispatch): Command {
  const say = (id: SentenceId): string => sentence(lang, id);
  const program = new Command('mingzhang');
  program
    .description(say('description'))
    .version(VERSION, '-V, --version', say('versionOption'))
    .helpOption('-h, --help', say('helpOption'))
    .usage(`[${say('optionsName')}] <${say('commandName')}>`)
    .helpCommand(`help [${say('commandName')}]`, say('helpCommand'))
    .addOption(languageOption(lang))
    .addHelpText('after', `\n${say('helpStatus')}`)
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .configureHelp({
      styleTitle: (title) => translatedTitle(lang, title),
      styleUsage: (usage) => usage.replaceAll('[options]', `[${say('optionsName')}]`),
      subcommandTerm: (command) => subcommandTerm(command),
      optionDescription: (option) => option.description,
      // A Chinese character takes two columns.
      displayWidth,
    });
  addRead(program, lang, dispatch);
  addCheck(program, lang, dispatch);
  addScore(program, lang, dispatch);
  addTemplate(program, lang, dispatch);
  addBuild(program, lang, dispatch);
  addMerge(program, lang, dispatch);
  addServe(program, lang, dispatch);
  addCatalogue(program, lang, dispatch, 'rules');
  addCatalogue(program, lang, dispatch, 'editions');
  addCatalogue(program, lang, dispatch, 'profiles');
  return program;
}

const CATALOGUES = {
  rules: { print: printRules, argument: 'ruleArgument', description: 'rulesCommand' },
  editions: { print: printEditions, argument: 'editionArgument', description: 'editionsCommand' },
  profiles: { print: printProfiles, argument: 'profileArgument', description: 'profilesCommand' },
} as const;

/** `rules`, `editions` and `profiles`: the whole of it, or the one with the id given. */
function addCatalogue(
  program: Command,
  lang: Lang,
  dispatch: Dispatch,
  name: keyof typeof CATALOGUES,
): void {
  const { print, argument, description } = CATALOGUES[name];
  program
    .command(name)
    .argument(`[${sentence(lang, 'idName')}]`, sentence(lang, argument))
    .description(sentence(lang, description))
    .addOption(languageOption(lang))
    .action((id: string | undefined) => dispatch(() => print(lang, id)));
}

/** `check <文件...>`: that there are options goes without saying. */
function subcommandTerm(command: Command): string {
  const names = command.registeredArguments.map((argument) => {
    const name = argument.name() + (argument.variadic ? '...' : '');
    return argument.required ? ` <${name}>` : ` [${name}]`;
  });
  return command.name() + names.join('');
}

function addRead(program: Command, lang: Lang, dispatch: Dispatch): void {
  program
    .command('read')
    .argument(`<${sentence(lang, 'inputName')}...>`, sentence(lang, 'inputArgument'))
    .description(sentence(lang, 'readCommand'))
    .option('--json', sentence(lang, 'jsonOption'))
    .addOption(jobsOption(lang))
    .addOption(limitOption(lang))
    .addOption(languageOption(lang))
    .action((paths: string[], options: Options) =>
      dispatch(() => run(requestOf('read', paths, options, lang))),
    );
}

function addScore(program: Command, lang: Lang, dispatch: Dispatch): void {
  program
    .command('score')
    .argument(`<${sentence(lang, 'inputName')}...>`, sentence(lang, 'inputArgument'))
    .description(sentence(lang, 'scoreCommand'))
    .option(`--profile <${sentence(lang, 'idName')}>`, sentence(lang, 'profileOption'))
    .option('--json', sentence(lang, 'jsonOption'))
    .option(`--html <${sentence(lang, 'outName')}>`, sentence(lang, 'htmlOption'))
    .option(`--xlsx <${sentence(lang, 'outName')}>`, sentence(lang, 'scoreXlsxOption'))
    .addOption(jobsOption(lang))
    .addOption(limitOption(lang))
    .addOption(languageOption(lang))
    .action((paths: string[], options: Options) =>
      dispatch(async () => {
        const chosen = await chosenScoring(options.profile, lang);
        return run(requestOf('score', paths, options, lang, chosen));
      }),
    );
}

function addCheck(program: Command, lang: Lang, dispatch: Dispatch): void {
  program
    .command('check')
    .argument(`<${sentence(lang, 'inputName')}...>`, sentence(lang, 'inputArgument'))
    .description(sentence(lang, 'checkCommand'))
    .addOption(referenceOption(lang))
    .option('--json', sentence(lang, 'jsonOption'))
    .option('--sarif', sentence(lang, 'sarifOption'))
    .option(`--html <${sentence(lang, 'outName')}>`, sentence(lang, 'htmlOption'))
    .option(`--xlsx <${sentence(lang, 'outName')}>`, sentence(lang, 'xlsxOption'))
    .option(`--feedback <${sentence(lang, 'dirName')}>`, sentence(lang, 'feedbackOption'))
    .option(`--roster <${sentence(lang, 'fileName')}>`, sentence(lang, 'rosterOption'))
    .option('--verbose', sentence(lang, 'verboseOption'))
    .addOption(jobsOption(lang))
    .addOption(limitOption(lang))
    .addOption(languageOption(lang))
    .action((paths: string[], options: Options) =>
      dispatch(() => run(requestOf('check', paths, options, lang))),
    );
}

function addTemplate(program: Command, lang: Lang, dispatch: Dispatch): void {
  program
    .command('template')
    .description(sentence(lang, 'templateCommand'))
    .option(`--edition <${sentence(lang, 'idName')}>`, sentence(lang, 'editionOption'))
    .option(`--out <${sentence(lang, 'fileName')}>`, sentence(lang, 'outFileOption'))
    .addOption(languageOption(lang))
    .action(({ edition, out }: BuildOptions) =>
      dispatch(() => template(edition ?? null, wanted(out, lang), lang)),
    );
}

function addBuild(program: Command, lang: Lang, dispatch: Dispatch): void {
  const say = (id: SentenceId): string => sentence(lang, id);
  const lastYear = new Option(`--last-year <${say('fileName')}...>`, say('lastYearOption'));
  lastYear.variadic = true;
  program
    .command('build')
    .argument(`<${say('inputName')}...>`, say('inputArgument'))
    .description(say('buildCommand'))
    .option(`--edition <${say('idName')}>`, say('editionOption'))
    .option(`--out <${say('dirName')}>`, say('outDirOption'))
    .addOption(lastYear)
    .option(
      `--formats <${say('formatsName')}>`,
      sentence(lang, 'formatsOption', PUBLICATION_FORMATS.join(',')),
    )
    .option(`--word-template <${say('fileName')}>`, say('wordTemplateOption'))
    .option(`--font-folder <${say('dirName')}>`, say('fontFolderOption'))
    .option(`--as-approved <${say('reasonName')}>`, say('asApprovedOption'))
    .option('--json', say('buildJsonOption'))
    .addOption(limitOption(lang))
    .addOption(languageOption(lang))
    .action((paths: string[], options: BuildOptions) =>
      dispatch(() => build(buildRequestOf(paths, options, lang))),
    );
}

/** The options of `template` and `build` as commander hands them over. */
interface BuildOptions {
  readonly edition?: string;
  readonly out?: string;
  readonly lastYear?: readonly string[];
  readonly formats?: string;
  readonly wordTemplate?: string;
  readonly fontFolder?: string;
  readonly asApproved?: string;
  readonly json?: boolean;
  readonly limit?: readonly string[];
}

function wanted(out: string | undefined, lang: Lang): string {
  if (out === undefined) throw new UsageError(sentence(lang, 'outNeeded'));
  return out;
}

function buildRequestOf(paths: readonly string[], options: BuildOptions, lang: Lang): BuildRequest {
  return {
    paths,
    lastYear: options.lastYear ?? [],
    edition: options.edition ?? null,
    out: wanted(options.out, lang),
    formats: options.formats ?? null,
    wordTemplate: options.wordTemplate ?? null,
    fontFolder: options.fontFolder ?? null,
    asApproved: options.asApproved ?? null,
    json: options.json ?? false,
    lang,
    limits: limitsFrom(options.limit ?? [], lang),
  };
}

function addMerge(program: Command, lang: Lang, dispatch: Dispatch): void {
  program
    .command('merge')
    .argument(`<${sentence(lang, 'inputName')}...>`, sentence(lang, 'unitsArgument'))
    .description(sentence(lang, 'mergeCommand'))
    .requiredOption(`--out <${sentence(lang, 'fileName')}>`, sentence(lang, 'mergeOutOption'))
    .option(`--entity <${sentence(lang, 'entityName')}>`, sentence(lang, 'entityOption'))
    .addOption(limitOption(lang))
    .addOption(languageOption(lang))
    .action((paths: string[], options: MergeOptions) =>
      dispatch(() =>
        runMerge({
          ...{ paths, lang, out: options.out, entity: options.entity ?? null },
          limits: limitsFrom(options.limit ?? [], lang),
        }),
      ),
    );
}

/** The commands of the server; what they need is loaded when one of them runs. */
function addServe(program: Command, lang: Lang, dispatch: Dispatch): void {
  const say = (id: SentenceId): string => sentence(lang, id);
  const withStore = (command: Command): Command =>
    command
      .option(`--data <${say('dirName')}>`, say('dataOption'))
      .option(`--database <${say('urlName')}>`, say('databaseOption'))
      .addOption(languageOption(lang));
  withStore(program.command('serve').description(say('serveCommand')))
    .option(`--port <${say('portName')}>`, say('portOption'))
    .option(`--host <${say('hostName')}>`, say('hostOption'))
    .option(`--origin <${say('urlName')}>`, say('originOption'))
    .action((options: ServeOptions) =>
      dispatch(async () => (await import('./serve-command.js')).runServe(options, lang)),
    );
  withStore(program.command('work').description(say('workCommand'))).action(
    (options: ServeOptions) =>
      dispatch(async () => (await import('./serve-command.js')).runWork(options, lang)),
  );
  withStore(program.command('backup').description(say('backupCommand')))
    .option(`--out <${say('fileName')}>`, say('backupOutOption'))
    .action((options: ServeOptions) =>
      dispatch(async () => (await import('./serve-command.js')).runBackup(options, lang)),
    );
  withStore(program.command('restore').description(say('restoreCommand')))
    .argument(`<${say('fileName')}>`, say('backupArgument'))
    .action((file: string, options: ServeOptions) =>
      dispatch(async () => (await import('./serve-command.js')).runRestore(file, options, lang)),
    );
}

function languageOption(lang: Lang): Option {
  const flags = `--lang <${sentence(lang, 'langName')}>`;
  return new Option(flags, sentence(lang, 'langOption')).choices(LANGUAGES);
}

function referenceOption(lang: Lang): Option {
  const flags = `--reference <${sentence(lang, 'fileName')}...>`;
  const option = new Option(flags, sentence(lang, 'referenceOption'));
  // Commander sees the dots only behind a Latin letter.
  option.variadic = true;
  return option;
}

function jobsOption(lang: Lang): Option {
  return new Option(`--jobs <${sentence(lang, 'numberName')}>`, sentence(lang, 'jobsOption'));
}

/** May be given many times, each with one limit. */
function limitOption(lang: Lang): Option {
  const flags = `--limit <${sentence(lang, 'limitName')}>`;
  const about = sentence(lang, 'limitOption', LIMIT_NAMES.join(', '));
  return new Option(flags, about).argParser((value: string, before: string[] | undefined) => [
    ...(before ?? []),
    value,
  ]);
}

function requestOf(
  command: 'read' | 'check' | 'score',
  paths: readonly string[],
  options: Options,
  lang: Lang,
  scoring: ScoringChoice = { profile: null, framework: null },
): RunRequest {
  if (options.json && options.sarif) throw new UsageError(sentence(lang, 'jsonAndSarif'));
  return {
    paths,
    references: options.reference ?? [],
    html: options.html ?? null,
    xlsx: options.xlsx ?? null,
    feedback: options.feedback ?? null,
    roster: options.roster ?? null,
    jobs: jobsOf(options.jobs, lang),
    settings: {
      command,
      ...scoring,
      lang,
      output: options.json ? 'json' : options.sarif ? 'sarif' : 'text',
      limits: limitsFrom(options.limit ?? [], lang),
      verbose: options.verbose ?? false,
      ...textOptions(),
      debug: process.env.MINGZHANG_DEBUG === '1',
    },
  };
}

/** Commander words its errors in English; the names in quotation marks are what is wanted. */
function usageMessage(
  lang: Lang,
  { code, message }: CommanderError,
  argv: readonly string[],
): string {
  const [first = '', second = ''] = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1]!);
  const near = /\(Did you mean (?:one of )?(.*?)\?\)/s.exec(message)?.[1];
  const hint = near === undefined ? '' : sentence(lang, 'didYouMean', near);
  switch (code) {
    case 'commander.unknownOption':
      return sentence(lang, 'unknownOption', first, hint);
    case 'commander.unknownCommand':
      return sentence(lang, 'unknownCommand', first, hint);
    case 'commander.missingArgument':
      return argv.includes('--reference')
        ? sentence(lang, 'noInput') + sentence(lang, 'inputTaken')
        : sentence(lang, 'noInput');
    case 'commander.missingMandatoryOptionValue':
      return sentence(lang, 'missingOption', first.replace(/ .*$/, ''));
    case 'commander.optionMissingArgument':
      return sentence(lang, 'missingValue', first);
    case 'commander.invalidArgument':
      return sentence(lang, 'badChoice', first, second, LANGUAGES.join(' | '));
    case 'commander.excessArguments':
      return sentence(lang, 'tooMany');
    default:
      return message;
  }
}

function complain(lang: Lang, message: string): void {
  process.stderr.write(`${message}\n${sentence(lang, 'usageHint')}\n`);
}
