/** `build:` and a digest of all that scripts and modules are made of. */
declare const BUILD: string;
