import type { Lang } from '../pages/model.js';
import { THEMES } from '../portal/routes.js';
import { STYLE_NAME } from '../portal/style.js';
import type { Visit } from '../portal/view-models.js';
import type { Site } from './endpoint.js';

/** What pages of the portal need to know of a request. */
export function visitOf(
  { site }: { readonly site: Site },
  cookies: Readonly<Record<string, string | undefined>>,
  lang: Lang,
  url: string,
): Visit {
  const theme = THEMES.find((each) => each === cookies.theme) ?? 'auto';
  return {
    site: { ...site, style: `/assets/${STYLE_NAME}`, api: '/api', workbench: '/workbench' },
    ...{ lang, theme, here: url },
  };
}
