export { NameForm } from './name-form.entity';
export { CreateNameForm1000000000190, nameExisting } from './name-form.migration';
export { NamesModule } from './names.module';
export { Names } from './names.service';
export { asTyped, formsOf, keepsHerCharacters, lettersOf } from './spelling';
