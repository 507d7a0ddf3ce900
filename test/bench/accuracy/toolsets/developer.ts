import type { Toolset } from '../cases';
import { choice, text, tool, whole } from './schema';

/** What a programmer connects by MCP: git, issues, a file system, a memory, a database. */
export const developer: Toolset = {
  name: 'developer',
  tools: [
    tool('git_status', 'Shows the working tree status'),
    tool('git_log', 'Shows the commit logs', {
      'max_count?': whole('Maximum number of commits to show', { default: 10 }),
    }),
    tool('git_checkout', 'Switches branches', { branch_name: text('Name of the branch') }),
    tool('git_commit', 'Records changes to the repository', { message: text('Commit message') }),
    tool('create_issue', 'Create a new issue in a GitHub repository', {
      title: text('Issue title'),
      'label?': choice(['bug', 'enhancement', 'documentation', 'question']),
    }),
    tool('list_issues', 'List issues in a GitHub repository', {
      'state?': choice(['open', 'closed', 'all']),
      'assignee?': text('Filter by user name'),
    }),
    tool('run_tests', 'Run the test suite.', { 'package?': text('Package to test; all if omitted.') }),
    tool('memory_search_nodes', 'Search the knowledge graph for entities the user told about earlier', {
      query: text('The search query'),
    }),
    tool('memory_add_observation', 'Remember a fact about the user in the knowledge graph', {
      content: text('The fact, e.g. "is allergic to peanuts"'),
    }),
    tool('describe_table', 'Get the schema (columns and types) of a database table', {
      table_name: choice(['customers', 'orders', 'products', 'invoices']),
    }),
    tool('count_rows', 'Count how many records a database table has', {
      table_name: choice(['customers', 'orders', 'products', 'invoices']),
    }),
  ],
  heldOutOnly: ['memory_add_observation', 'count_rows', 'git_log'],
};
