/**
 * Signs the manifests of Linux releases (`latest-linux.yml` and its like). macOS and Windows check a signature of
 * every program themselves; Linux does not, so Parley checks this one before it takes an update.
 */

import { createPrivateKey, createPublicKey, sign } from 'node:crypto';

/**
 * What of a manifest is signed: the version, and name and hash of each file, a line each.
 *
 * @param {string} manifest As electron-builder writes it.
 */
export function signedLines(manifest) {
  const value = (/** @type {string} */ text) => text.trim().replace(/^(['"])(.*)\1$/, '$2');
  const version = /^version: (.*)$/m.exec(manifest)?.[1];
  const files = [...manifest.matchAll(/^ {2}- url: (.*)\n {4}sha512: (.*)$/gm)];
  if (!version || files.length === 0) throw new Error('This is no manifest of a release.');
  return [value(version), ...files.map(([, url, hash]) => `${value(url ?? '')} ${value(hash ?? '')}`)].join(
    '\n',
  );
}

/**
 * The manifest with its signature.
 *
 * @param {string} manifest
 * @param {string} privateKey Ed25519, PEM.
 */
export function signManifest(manifest, privateKey) {
  const signature = sign(null, Buffer.from(signedLines(manifest)), createPrivateKey(privateKey));
  const bare = manifest.replace(/^parleySignature: .*\n/m, '').replace(/\n*$/, '\n');
  return `${bare}parleySignature: ${signature.toString('base64')}\n`;
}

/**
 * The public half, which the app carries.
 *
 * @param {string} privateKey Ed25519, PEM.
 * @returns {string} PEM.
 */
export function publicHalf(privateKey) {
  return createPublicKey(createPrivateKey(privateKey)).export({ type: 'spki', format: 'pem' }).toString();
}
