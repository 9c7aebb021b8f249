export { prepareDemonstration } from './demonstration';
export { peopleInLines } from './people-in-lines';
