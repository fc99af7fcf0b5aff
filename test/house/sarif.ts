import { Ajv } from 'ajv';

const text = {
  type: 'object',
  required: ['text'],
  properties: { text: { type: 'string', minLength: 1 } },
};
const artifactLocation = {
  type: 'object',
  required: ['uri'],
  properties: {
    // No blank, no character beyond ASCII: a URI reference.
    uri: { type: 'string', pattern: '^[A-Za-z0-9._~:/?#@!$&()*+,;=%-]+$' },
    index: { type: 'integer', minimum: 0 },
  },
};
const location = {
  type: 'object',
  required: ['physicalLocation'],
  properties: {
    physicalLocation: {
      type: 'object',
      required: ['artifactLocation'],
      properties: {
        artifactLocation,
        region: {
          type: 'object',
          required: ['startLine', 'startColumn', 'endColumn'],
          properties: {
            startLine: { type: 'integer', minimum: 1 },
            startColumn: { type: 'integer', minimum: 1 },
            endColumn: { type: 'integer', minimum: 1 },
          },
        },
      },
    },
    logicalLocations: {
      type: 'array',
      items: { type: 'object', required: ['fullyQualifiedName'] },
    },
  },
};
const rule = {
  type: 'object',
  required: ['id', 'shortDescription', 'help', 'defaultConfiguration'],
  properties: { shortDescription: text, help: text },
};
const result = {
  type: 'object',
  required: ['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'partialFingerprints'],
  properties: {
    level: { enum: ['none', 'note', 'warning', 'error'] },
    kind: { const: 'fail' },
    message: text,
    locations: { type: 'array', minItems: 1, items: location },
    relatedLocations: { type: 'array', items: location },
    partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
  },
};

/** What the specification of SARIF 2.1.0 requires of what we write; its schema is not at hand. */
const validate = new Ajv({ allErrors: true }).compile({
  type: 'object',
  required: ['version', 'runs', '$schema'],
  properties: {
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['tool', 'results', 'columnKind'],
        properties: {
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          tool: {
            type: 'object',
            required: ['driver'],
            properties: {
              driver: {
                type: 'object',
                required: ['name', 'version', 'rules'],
                properties: { rules: { type: 'array', items: rule } },
              },
            },
          },
          invocations: {
            type: 'array',
            items: { type: 'object', required: ['executionSuccessful'] },
          },
          artifacts: {
            type: 'array',
            items: { type: 'object', properties: { location: artifactLocation } },
          },
          results: { type: 'array', items: result },
        },
      },
    },
  },
});

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly artifacts: readonly unknown[];
  readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number }[];
}

/** What is wrong with a SARIF log, by shape and by what refers to what; empty when nothing is. */
export function sarifErrors(log: unknown): readonly string[] {
  if (!validate(log)) {
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  }
  const { runs } = log as { runs: readonly Run[] };
  return runs.flatMap(({ tool, results }) =>
    results.flatMap(({ ruleId, ruleIndex }, at) =>
      tool.driver.rules[ruleIndex]?.id === ruleId ? [] : [`result ${at}: ${ruleId}`],
    ),
  );
}
