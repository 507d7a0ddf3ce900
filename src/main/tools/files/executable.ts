/**
 * Files that would run when opened, told by name and by content. Opening a document must never start a program:
 * the name may lie, so the first bytes are asked too.
 */
import { extensionOf } from './kinds';

/** Run by some system when double-clicked, or lead somewhere else (shortcuts). */
const RUNNING_EXTENSIONS = new Set(
  [
    // Windows
    'exe com bat cmd ps1 psm1 ps1xml psc1 msi msix msixbundle appx appxbundle msp mst scr pif cpl msc hta inf ins isp',
    'vb vbe vbs js jse mjs cjs ws wsf wsh wsc sct reg lnk url scf library-ms search-ms settingcontent-ms appref-ms',
    'application gadget jar jnlp chm hlp dll sys ocx xll wll job diagcab cab theme themepack desktopthemepackfile iso img vhd vhdx',
    // macOS
    'app command tool workflow action applescript scpt scptd osax pkg mpkg dmg prefpane saver qlgenerator kext bundle',
    'plugin framework terminal webloc inetloc fileloc ftploc mobileconfig configprofile shortcut wdgt component',
    // Linux
    'desktop sh bash zsh fish csh ksh run bin elf out appimage snap flatpak flatpakref flatpakrepo deb rpm service so o ko',
    // Languages
    'py pyw pyc pyo pyz pyzw pl pm rb php tcl tk lua r jl groovy ahk au3 class war xpi crx vsix nw air swf',
    // Documents that exist for their macros
    'docm dotm xlsm xltm xlam xlsb pptm potm ppam ppsm sldm slk iqy',
  ].flatMap((line) => line.split(' ')),
);

/** Kinds that an execute bit is common on, on disks without such bits: they are opened by a viewer. */
const DOCUMENTS = new Set(
  (
    'pdf txt md csv tsv rtf doc docx xls xlsx ppt pptx odt ods odp epub jpg jpeg png gif webp bmp tif tiff heic mp3 ' +
    'wav flac ogg opus m4a aac mp4 mkv mov avi webm zip tar gz 7z json xml html htm ics'
  ).split(' '),
);

const text = (value: string): readonly number[] => [...value].map((letter) => letter.charCodeAt(0));
/** First bytes of programs. */
const MAGIC: readonly (readonly number[])[] = [
  [0x7f, ...text('ELF')],
  text('#!'),
  [0xef, 0xbb, 0xbf, ...text('#!')],
  text('MZ'),
  // Mach-O of 32 and 64 bits in both byte orders; the last is also Java's class file.
  [0xfe, 0xed, 0xfa, 0xce],
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
  [0xca, 0xfe, 0xba, 0xbf],
  // A Windows shortcut.
  [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00],
  text('!<arch>'),
  [0x00, ...text('asm')],
];

/** Bytes of a file's beginning that {@link wouldRun} needs. */
export const EXECUTABLE_HEAD = 4_096;

/** Whether a name alone says that opening would run something; holds for folders too ("Mail.app"). */
export function isRunningName(name: string): boolean {
  return RUNNING_EXTENSIONS.has(extensionOf(name.replace(/[. ]+$/u, '')));
}

/** Whether opening a file would run it. `head` are its first {@link EXECUTABLE_HEAD} bytes. */
export function wouldRun(name: string, runs: boolean, head: Uint8Array): boolean {
  if (isRunningName(name)) return true;
  if (MAGIC.some((magic) => magic.every((byte, at) => head[at] === byte))) return true;
  if (isDesktopEntry(head)) return true;
  return runs && !DOCUMENTS.has(extensionOf(name));
}

/** A launcher is known by its first section, whatever the file is called. */
function isDesktopEntry(head: Uint8Array): boolean {
  return /^(\uFEFF|\s|#[^\n]*\n)*\[Desktop (Entry|Action)/u.test(new TextDecoder().decode(head));
}
