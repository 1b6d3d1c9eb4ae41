// How `cem analyze` makes custom-elements.json: from the source, named as the package's files are, without what is
// private.
import { NAMES, type } from '../scripts/attributes.mjs';

export default {
  globs: ['www/src/element.ts', 'www/src/index.ts'],
  outdir: 'target/package/village-charts',
  packagejson: false,
  plugins: [
    {
      name: 'as-published',
      packageLinkPhase({ customElementsManifest }) {
        const published = (/** @type {string} */ path) => path.replace(/^\/?www\/src\/(.*)\.[jt]s$/, 'dist/$1.js');
        for (const module of customElementsManifest.modules) {
          module.path = published(module.path);
          for (const { declaration } of module.exports) {
            if (declaration?.module) declaration.module = published(declaration.module);
          }
          for (const made of module.declarations) {
            if (made.kind !== 'class') continue;
            for (const attribute of made.attributes) {
              const name = NAMES.find((name) => name === attribute.name);
              if (name) attribute.type = { text: type(name) };
            }
            // the base class has a name for servers' sake alone
            made.superclass = { name: 'HTMLElement' };
            made.members = made.members.filter((member) => member.privacy !== 'private');
            // what is dispatched by a variable is in the tags
            made.events = made.events.filter((event) => event.name.startsWith('village-chart-'));
          }
        }
      },
    },
  ],
};
