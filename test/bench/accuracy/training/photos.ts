import { answered, asks, call, either, maybe, says } from '../cases';
import { choice, text, tool, whole } from '../toolsets/schema';
import { domain } from './domain';

const tools = [
  tool('findPhotos', 'Finds pictures in the photo library.', {
    subject: text('Who or what is in the picture, e.g. "dogs".'),
    'year?': whole('Year in which it was taken.'),
  }),
  tool('createAlbum', 'Creates an empty photo album.', { name: text('Name of the album.') }),
  tool('addToAlbum', 'Adds the selected photos to an album.', { album: text('Name of the album.') }),
  tool('deleteSelection', 'Deletes the selected photos.'),
  tool('shareAlbum', 'Shares an album with somebody.', {
    album: text('Name of the album.'),
    person: text('Who may see it.'),
  }),
  tool('startSlideshow', 'Shows photos one after the other in full screen.', {
    'album?': text('Album to show.'),
    'secondsEach?': whole('How long each picture stays, in seconds.'),
  }),
  tool('rotatePhoto', 'Turns the current photo by a quarter.', { direction: choice(['left', 'right']) }),
  tool('applyFilter', 'Changes the look of the current photo.', {
    filter: choice(['black_and_white', 'sepia', 'vivid', 'none']),
  }),
];

export const photos = domain(
  'photos',
  tools,
  [
    says('Show me pictures of Grandma.', call('findPhotos', { subject: 'Grandma' })),
    says(
      'Photos of the cat from 2019.',
      call('findPhotos', { subject: either('the cat', 'cat'), year: 2019 }),
    ),
    says(
      'Where are the pictures from our wedding?',
      call('findPhotos', { subject: either('our wedding', 'wedding') }),
    ),
    says('I want to see sunsets.', call('findPhotos', { subject: 'sunsets' })),
    says('Do I have any photos with bicycles in them?', call('findPhotos', { subject: 'bicycles' })),
    says('Find the ones of Nina from 2022.', call('findPhotos', { subject: 'Nina', year: 2022 })),
    says('Look for snowmen.', call('findPhotos', { subject: 'snowmen' })),
    says('Make an album called Summer in Sweden.', call('createAlbum', { name: 'Summer in Sweden' })),
    says('I need a new album, name it Kittens.', call('createAlbum', { name: 'Kittens' })),
    says('New album Birthdays.', call('createAlbum', { name: 'Birthdays' })),
    says(
      'Could you set up an album for the renovation?',
      call('createAlbum', { name: either('the renovation', 'renovation') }),
    ),
    says('Put these in the album Best Of.', call('addToAlbum', { album: 'Best Of' })),
    says('Add the selection to Portraits.', call('addToAlbum', { album: 'Portraits' })),
    says('Those belong in Garden.', call('addToAlbum', { album: 'Garden' })),
    says('Get rid of these photos.', call('deleteSelection')),
    says('Delete the selected pictures.', call('deleteSelection')),
    says('Bin them, they are all blurry.', call('deleteSelection')),
    says('Share the album Christmas with Dad.', call('shareAlbum', { album: 'Christmas', person: 'Dad' })),
    says('Let Emma see the Berlin album.', call('shareAlbum', { album: 'Berlin', person: 'Emma' })),
    says(
      'Can Oliver get access to Hiking 2024?',
      call('shareAlbum', { album: 'Hiking 2024', person: 'Oliver' }),
    ),
    says('Start a slideshow.', call('startSlideshow')),
    says(
      'Slideshow of Norway, five seconds each.',
      call('startSlideshow', { album: 'Norway', secondsEach: 5 }),
    ),
    says(
      'Play the pictures of the Family album as a slide show.',
      call('startSlideshow', { album: 'Family' }),
    ),
    says('Rotate it to the left.', call('rotatePhoto', { direction: 'left' })),
    says("It's sideways, turn it right.", call('rotatePhoto', { direction: 'right' })),
    says('Make it black and white.', call('applyFilter', { filter: 'black_and_white' })),
    says('Sepia please.', call('applyFilter', { filter: 'sepia' })),
    says('Give this picture the vivid look.', call('applyFilter', { filter: 'vivid' })),
    says('Remove the filter.', call('applyFilter', { filter: 'none' })),
    asks('Create an album.', 'createAlbum', 'name'),
    asks('Share the Baby album.', 'shareAlbum', 'person', { album: 'Baby' }),
    asks('Turn the photo.', 'rotatePhoto', 'direction'),
    [
      asks('Find some photos for me.', 'findPhotos', 'subject'),
      says('Waterfalls.', call('findPhotos', { subject: 'waterfalls' })),
    ],
    [
      answered('Find pictures of horses.', call('findPhotos', { subject: 'horses' }), { found: 12 }),
      says('And of cows?', call('findPhotos', { subject: 'cows' })),
    ],
    says(
      'Rotate it right and make it black and white.',
      call('rotatePhoto', { direction: 'right' }),
      call('applyFilter', { filter: 'black_and_white' }),
    ),
    says(
      'Would you mind showing me the pictures of the boat?',
      call('findPhotos', { subject: either('the boat', 'boat'), year: maybe() }),
    ),
  ],
  [
    'You get the picture.',
    'He took a photo of me when I was asleep.',
    'The new album of that band is awful.',
    'Turn right at the church and then straight on.',
    'Smile, everybody!',
    'My mother shared her soup with the neighbours.',
    'What a wonderful sunset that was.',
    'She is a photographer for a magazine.',
    'There were cats all over the place.',
    'Can you see the mountain over there?',
    'I look terrible in that picture.',
    'It was all black and white to him.',
  ],
);
