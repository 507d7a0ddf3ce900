import { VOICES } from '../../shared/protocol';

/** What a hosted voice says of itself, by the first part of its language's tag. */
const sentences: Readonly<Record<string, (name: string) => string>> = {
  en: (name) => `Hello, I am ${name}. This is how I sound when we talk.`,
  es: (name) => `Hola, soy ${name}. Así sueno cuando hablamos.`,
  it: (name) => `Ciao, sono ${name}. Ecco come suona la mia voce quando parliamo.`,
  de: (name) => `Hallo, ich bin ${name}. So klinge ich, wenn wir miteinander sprechen.`,
  pt: (name) => `Olá, eu sou ${name}. É assim que eu falo com você.`,
  fr: (name) => `Bonjour, je suis ${name}. Voici ma voix quand nous parlons.`,
};

/** What the local voices say of themselves. */
export const LOCAL_SAMPLE = 'Hello. This is how I sound when we talk.';

/** The sentence by which a hosted voice is judged, in its own language; English where that is not known. */
export function sampleSentence(voice: string): string {
  const language = VOICES.find(({ name }) => name === voice)?.language?.slice(0, 2) ?? 'en';
  const name = voice.charAt(0).toUpperCase() + voice.slice(1);
  return (sentences[language] ?? sentences['en']!)(name);
}
