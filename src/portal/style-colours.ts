/**
 * Ink and paper of the house, portal and workbench alike. Every pair of text and ground keeps 4.5:1
 * in both modes; series of charts keep 3:1 against the cards they lie on.
 */
const LIGHT = `
--paper:#f6f5f1;--card:#fff;--sunk:#efede7;--ink:#1b2527;--soft:#566163;--line:#d9d6cd;
--edge:#858b86;--accent:#17525e;--accent-hover:#0e3c46;--on-accent:#fff;--accent-ground:#e2eef0;
--seal:#a3382c;--on-seal:#fff;
--good:#1b673b;--good-ground:#e1f2e7;--warning:#785100;--warning-ground:#fbf0d8;
--error:#a32d21;--error-ground:#fbe7e3;--info:#1b5384;--info-ground:#e3eef8;
--series-a:#1f7180;--series-b:#b9741a;--series-c:#5f74a8;--series-d:#93557d;--series-e:#5d8a3c;
--series-f:#8a8478;--shadow:0 1px 2px rgb(27 37 39/.07);color-scheme:light`;

const DARK = `
--paper:#111719;--card:#192123;--sunk:#20292c;--ink:#e4e9e8;--soft:#a5b1b1;--line:#334043;
--edge:#76868a;--accent:#86c9d6;--accent-hover:#aadce6;--on-accent:#0c191c;--accent-ground:#1b343a;
--seal:#d9766a;--on-seal:#1a0d0b;
--good:#86d3a2;--good-ground:#173523;--warning:#edc06d;--warning-ground:#3d2e0e;
--error:#f5a196;--error-ground:#45201b;--info:#92c4f2;--info-ground:#18324b;
--series-a:#5cb4c4;--series-b:#dda04f;--series-c:#93a6d6;--series-d:#c88bb2;--series-e:#93bd74;
--series-f:#a8a296;--shadow:none;color-scheme:dark`;

/** The reader's system decides, unless the reader chose: `data-theme` on the root. */
export const COLOURS = `
:root{${LIGHT}}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${DARK}}}
:root[data-theme=dark]{${DARK}}
@media print{:root,:root[data-theme]{${LIGHT};--paper:#fff;--sunk:#f3f3f3;--line:#999}}
`;
