import { asks, call, either, maybe, says } from '../cases';
import { choice, text, tool, whole } from '../toolsets/schema';
import { domain } from './domain';

const tools = [
  tool('search_recipes', 'Searches for recipes.', {
    dish: text('Dish or ingredients.'),
    'diet?': choice(['vegetarian', 'vegan', 'gluten_free']),
    'max_minutes?': whole('Longest cooking time in minutes.'),
  }),
  tool('next_step', 'Reads out the next step of the recipe.'),
  tool('repeat_step', 'Reads out the current step of the recipe again.'),
  tool('scale_recipe', 'Adapts the amounts of the recipe to a number of people.', {
    servings: whole('Number of people.'),
  }),
  tool('substitute_for', 'Suggests what can replace an ingredient.', {
    ingredient: text('What is missing.'),
  }),
  tool('preheat_oven', 'Heats the oven.', {
    degrees: whole('Degrees Celsius.', { minimum: 50, maximum: 280 }),
    'mode?': choice(['top_bottom', 'fan', 'grill']),
  }),
  tool('oven_off', 'Switches the oven off.'),
  tool('plan_meal', 'Puts a dish on the meal plan.', {
    dish: text('What to cook.'),
    day: text('Day, YYYY-MM-DD.', { format: 'date' }),
  }),
  tool('calories_of', 'Tells how many calories a food has.', { food: text('The food, e.g. an avocado.') }),
];

export const cooking = domain(
  'cooking',
  tools,
  [
    says('Find a recipe for lasagne.', call('search_recipes', { dish: 'lasagne' })),
    says('What can I make with leeks and potatoes?', call('search_recipes', { dish: 'leeks and potatoes' })),
    says(
      'I feel like a vegan curry.',
      call('search_recipes', { dish: either('curry', 'vegan curry'), diet: 'vegan' }),
    ),
    says(
      'Something with salmon in under thirty minutes.',
      call('search_recipes', { dish: 'salmon', max_minutes: 30 }),
    ),
    says('How do you make risotto?', call('search_recipes', { dish: 'risotto' })),
    says(
      'Got any gluten free pancakes?',
      call('search_recipes', { dish: either('pancakes', 'gluten free pancakes'), diet: 'gluten_free' }),
    ),
    says(
      "I'm looking for a good goulash.",
      call('search_recipes', { dish: either('goulash', 'good goulash') }),
    ),
    says("What's next?", call('next_step')),
    says('Next step please.', call('next_step')),
    says('Done, go on.', call('next_step')),
    says('Okay, the onions are in. What now?', call('next_step')),
    says('Say that again.', call('repeat_step')),
    says('Could you repeat that step?', call('repeat_step')),
    says('What was that? Read the step again.', call('repeat_step')),
    says('We are six people.', call('scale_recipe', { servings: 6 })),
    says('Make it for two.', call('scale_recipe', { servings: 2 })),
    says('Scale the recipe to eight servings.', call('scale_recipe', { servings: 8 })),
    says(
      "I don't have any buttermilk, what can I use instead?",
      call('substitute_for', { ingredient: 'buttermilk' }),
    ),
    says('What can replace eggs?', call('substitute_for', { ingredient: 'eggs' })),
    says("I've run out of cornstarch.", call('substitute_for', { ingredient: 'cornstarch' })),
    says('Is there a substitute for white wine?', call('substitute_for', { ingredient: 'white wine' })),
    says('Preheat the oven to 180.', call('preheat_oven', { degrees: 180 })),
    says('Oven at two hundred with the fan.', call('preheat_oven', { degrees: 200, mode: 'fan' })),
    says('Get the oven hot, 220 degrees, grill.', call('preheat_oven', { degrees: 220, mode: 'grill' })),
    says('Oven off.', call('oven_off')),
    says("The cake's done, you can turn off the oven.", call('oven_off')),
    says(
      'We are having tacos on Friday, put it on the meal plan.',
      call('plan_meal', { dish: 'tacos', day: '2026-11-20' }),
    ),
    says('Plan ratatouille for tomorrow.', call('plan_meal', { dish: 'ratatouille', day: '2026-11-19' })),
    says(
      'On Sunday I want to cook roast chicken.',
      call('plan_meal', { dish: 'roast chicken', day: '2026-11-22' }),
    ),
    says(
      'How many calories does an avocado have?',
      call('calories_of', { food: either('avocado', 'an avocado') }),
    ),
    says('Is peanut butter fattening?', call('calories_of', { food: 'peanut butter' })),
    says('Calories of a croissant.', call('calories_of', { food: either('croissant', 'a croissant') })),
    asks('Preheat the oven.', 'preheat_oven', 'degrees'),
    asks('Plan a meal for Saturday.', 'plan_meal', 'dish', { day: '2026-11-21' }),
    asks('Find me a recipe.', 'search_recipes', 'dish'),
    [
      asks('I want to look for a recipe.', 'search_recipes', 'dish'),
      says('Pumpkin soup.', call('search_recipes', { dish: 'pumpkin soup' })),
    ],
    [
      says('Preheat the oven to 160 degrees.', call('preheat_oven', { degrees: 160 })),
      says('No wait, 175.', call('preheat_oven', { degrees: 175 })),
    ],
    says('Turn the oven off and read the next step.', call('oven_off'), call('next_step')),
    says(
      'Could you find something vegetarian with mushrooms?',
      call('search_recipes', { dish: 'mushrooms', diet: 'vegetarian', max_minutes: maybe() }),
    ),
  ],
  [
    'My grandmother cooked every single day.',
    'That was delicious, thank you.',
    'Too many cooks spoil the broth.',
    'The oven in our old flat was gas.',
    'He took one step back and fell.',
    'I hate mushrooms.',
    'She had nothing to eat all day.',
    'The recipe for success is patience.',
    'Who wants more potatoes?',
    'Next time we will bring our own food.',
    'Wash your hands before you eat.',
    'They served us cold soup.',
  ],
);
