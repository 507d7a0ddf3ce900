import type { IdleGroup } from '../cases';
import { clinic } from '../toolsets/clinic';
import { developer } from '../toolsets/developer';
import { errands } from '../toolsets/errands';
import { files } from '../toolsets/files';
import { home } from '../toolsets/home';
import { music } from '../toolsets/music';
import { notes } from '../toolsets/notes';
import { office } from '../toolsets/office';
import { restaurant } from '../toolsets/restaurant';
import { timers } from '../toolsets/timers';
import { travel } from '../toolsets/travel';

/** Said near the microphone, but asking for nothing that the tools do. */
export const nothing: readonly IdleGroup[] = [
  {
    toolset: files,
    said: [
      'I finally opened that bottle of wine my uncle gave us.',
      'She has been looking for a job since spring.',
      'What a time to be alive.',
      'My brother reads three books a week.',
      'We had the photos on the wall when the kids were small.',
      'The doctor put it in my file, apparently.',
      'You know, the funny thing is that',
      'He is not what I was searching for in a friend.',
      'Mum, can you hear me? I am upstairs.',
    ],
  },
  {
    toolset: timers,
    said: [
      'He was alarmed when he heard the news.',
      'It took us two hours to get through customs.',
      'You remind me of somebody I used to know.',
      'I hardly slept last night.',
      'Just give him a minute, he is always late.',
      'The race starts at noon and they all look very strong.',
      'We waited for twenty minutes and then we left.',
      'The clock in the hall has not worked for years.',
      'There was a time when I could run that far.',
    ],
  },
  {
    toolset: notes,
    said: [
      'There is nothing left to do but wait.',
      'The last note of that aria was a bit off.',
      'He gave me a list of excuses as long as my arm.',
      'That was quite a task, my back still hurts.',
      'She wrote me the nicest letter.',
      'Oh come on, you cannot be serious.',
      'I think he took note of that.',
      'They have done so much for us over the years.',
      'Right, where was I?',
    ],
  },
  {
    toolset: music,
    said: [
      'My neighbour plays the drums every single evening.',
      'He skipped school to see the match.',
      'The volume of traffic on this road is unbelievable.',
      'I heard them sing at the church last Christmas.',
      'Can you believe what he said to her?',
      'Her favourite song was on the radio when we met.',
      'They paused for a second and then everybody laughed.',
      'The next stop is the main station, then we get off.',
      'Stop it, you two, leave your sister alone.',
    ],
  },
  {
    toolset: home,
    said: [
      'The office was closed over Christmas.',
      'He left the garage door open again, that man.',
      'My bedroom used to be painted yellow.',
      'It was so humid in Singapore that I could not breathe.',
      'Light as a feather, that cake.',
      'We had dinner at my cousin’s place.',
      'The kitchen is the heart of the house, my grandmother used to say.',
      'Somebody should really talk to him about it.',
      'I was locked in a meeting all afternoon.',
    ],
  },
  {
    toolset: office,
    said: [
      'I met her at an event in Chicago.',
      'The postman brings the mail around eleven.',
      'Honestly, Mondays are the worst.',
      'He called me twice and hung up.',
      'My birthday was a disaster this year.',
      'In the end the appointment was not necessary.',
      'Free parking is hard to find around here.',
      'We talked about the weather and then about his divorce.',
      'Sorry, not you, I was talking to Karen.',
    ],
  },
  {
    toolset: errands,
    said: [
      'The rain ruined our barbecue.',
      'A hundred dollars for a pair of socks, imagine that.',
      'I forgot my umbrella on the train.',
      'The cart was pulled by two old horses.',
      'Prices have gone up again, everything is so expensive.',
      'He was wearing a jumper although it was thirty degrees.',
      'My order at the bar never came.',
      'And now the weather, brought to you by your local bank.',
      'Sunny, come here, good dog.',
    ],
  },
  {
    toolset: developer,
    said: [
      'He has issues with his father.',
      'The table wobbles, we should put something under it.',
      'I committed to going there every week.',
      'She ran a marathon, which was quite a test.',
      'I do not remember his name, but he was tall.',
      'The bank has a branch on every corner.',
      'Customers, honestly, they are never happy.',
      'That does not make any sense to me.',
      'So then I said to him, look',
    ],
  },
  {
    toolset: restaurant,
    said: [
      'We sat at a table by the window.',
      'The doctor told me to eat less cheese.',
      'Everything in life has its order.',
      'My son could eat pizza every day.',
      'Nobody is only human these days, ha ha.',
      'Hold on, my wife is saying something.',
      'It smells really good, whatever that is.',
      'It opened last June, I believe.',
      'I am not sure yet.',
    ],
  },
  {
    toolset: clinic,
    said: [
      'The doctor was very friendly.',
      'I was born in a small village by the sea.',
      'I had the flu for two weeks.',
      'He is never available when you need him.',
      'My husband hates hospitals.',
      'Okay, thank you so much for your help.',
      'Wait a second, I have to find my glasses.',
      'Well, my knee hurts when I climb the stairs.',
      'It is freezing outside today.',
    ],
  },
  {
    toolset: travel,
    said: [
      'The flight of the bumblebee is a difficult piece.',
      'We stayed at a hotel with a pool and the kids loved it.',
      'Give him a tip and he will never leave.',
      'My French is terrible.',
      'They drove all the way from Texas.',
      'Paris is always a good idea.',
      'I lost my passport once, in Madrid of all places.',
      'She is walking on thin ice there.',
      'Yeah, no, totally.',
      'The night was long and the road was dark.',
    ],
  },
];
