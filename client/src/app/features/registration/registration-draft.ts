import {
  departmentIn,
  isLatin,
  jobTitleIn,
  type ConsentPurpose,
  type DirectoryChoice,
  type Lang,
  type OrganisationCard,
  type OrganisationKind,
  type RegistrationForm,
  type RegistrationInput,
  type RegistrationView,
} from '@musubi/contracts';
import { zoneOfRegion } from '@musubi/reference';
import { draftOfName, inOtherScript, nameOfDraft, neededNames } from '../../ui/people/name-draft';
import { emptyName, type NameDraft } from '../../ui/people/name-fields';

/** The registration while it is being filled in. Plain data: it is kept as a draft. */
export interface RegistrationDraft {
  readonly step: 1 | 2;
  readonly name: NameDraft;
  readonly jobTitle: string;
  readonly department: string;
  /** Both in the other one of English and Japanese; missing in what was kept before they were asked for. */
  readonly jobTitleOther?: string;
  readonly departmentOther?: string;
  /** One that exists and was chosen. */
  readonly organisation: OrganisationCard | null;
  /** One to be added. */
  readonly organisationName: string;
  readonly organisationNameLocal: string;
  readonly organisationKind: OrganisationKind | '';
  readonly regionCode: string | null;
  readonly workingLanguages: readonly string[];
  readonly lang: Lang;
  readonly zone: string;
  readonly directory: DirectoryChoice;
  readonly given: readonly ConsentPurpose[];
  readonly answers: Readonly<Record<string, string | boolean>>;
  readonly accessNeeds: string;
}

/** Fields that can be wrong; questions are `answer:<key>`. */
export type DraftField =
  | keyof NameDraft
  | 'jobTitle'
  | 'organisation'
  | 'organisationKind'
  | 'region'
  | 'workingLanguages'
  | `answer:${string}`;

export function newDraft(lang: Lang, zone: string): RegistrationDraft {
  return {
    step: 1,
    name: emptyName,
    jobTitle: '',
    department: '',
    organisation: null,
    organisationName: '',
    organisationNameLocal: '',
    organisationKind: '',
    regionCode: null,
    workingLanguages: [lang],
    lang,
    zone,
    directory: 'nobody',
    given: [],
    answers: {},
    accessNeeds: '',
  };
}

/** What was registered, to be changed on a page in `lang`: its words first, those of the other language beside them. */
export function draftOf(view: RegistrationView, lang: Lang): RegistrationDraft {
  const [jobTitle, department] = [jobTitleIn(view, lang), departmentIn(view, lang)];
  const other = (one: string | null, both: readonly (string | null | undefined)[]) =>
    both.find((each) => each && each !== one);
  return {
    step: 1,
    name: draftOfName(view.name),
    jobTitle: jobTitle ?? '',
    department: department ?? '',
    jobTitleOther: other(jobTitle, [view.jobTitle, view.jobTitleOther]) ?? '',
    departmentOther: other(department, [view.department, view.departmentOther]) ?? '',
    organisation: view.organisation,
    organisationName: view.organisation.nameLatin,
    organisationNameLocal: view.organisation.nameLocal ?? '',
    organisationKind: view.organisation.kind,
    regionCode: view.organisation.regionCode,
    workingLanguages: view.workingLanguages,
    lang: view.lang,
    zone: view.zone,
    directory: view.directory,
    given: view.consents.filter(({ given, purpose }) => given && purpose !== 'directory').map(({ purpose }) => purpose),
    answers: view.answers,
    accessNeeds: view.accessNeeds ?? '',
  };
}

/** Whether a field is filled in with another script than it is for. */
export function otherScript({ name, organisation, organisationName }: RegistrationDraft, field: DraftField): boolean {
  if (field === 'organisation') return !organisation && organisationName.trim() !== '' && !isLatin(organisationName);
  return inOtherScript(name).some((one) => one === field);
}

/** What is still missing or in another script than its own, by step, in the order of the form on a page in `lang`. */
export function missing(draft: RegistrationDraft, form: RegistrationForm, step: 1 | 2, lang: Lang): DraftField[] {
  const fields: DraftField[] = [];
  if (step === 1) {
    for (const key of neededNames(draft.name, lang)) {
      if (!draft.name[key].trim()) fields.push(key);
    }
    fields.push(...inOtherScript(draft.name));
    if (!draft.jobTitle.trim()) fields.push('jobTitle');
    if (!draft.organisation) {
      if (!draft.organisationName.trim() || otherScript(draft, 'organisation')) fields.push('organisation');
      if (!draft.organisationKind) fields.push('organisationKind');
      if (!draft.regionCode) fields.push('region');
    }
    return fields;
  }
  if (draft.workingLanguages.length === 0) fields.push('workingLanguages');
  for (const { key, required } of form.questions) {
    const answer = draft.answers[key];
    if (required && (answer === undefined || answer === '' || answer === false)) fields.push(`answer:${key}`);
  }
  return fields;
}

/** What is sent. Every consent text of the form is answered, with the version that was on the screen. */
export function toInput(draft: RegistrationDraft, form: RegistrationForm): RegistrationInput {
  const answers = Object.fromEntries(
    form.questions.flatMap(({ key }) => {
      const answer = draft.answers[key];
      return answer === undefined || answer === '' ? [] : [[key, typeof answer === 'string' ? answer.trim() : answer]];
    }),
  );
  const region = draft.regionCode ?? '';
  return {
    name: nameOfDraft(draft.name),
    organisation: draft.organisation
      ? { choose: 'existing', organisationId: draft.organisation.organisationId }
      : {
          choose: 'new',
          organisation: {
            nameLatin: draft.organisationName.trim(),
            nameLocal: draft.organisationNameLocal.trim() || null,
            nameKana: null,
            kind: draft.organisationKind || 'other',
            regionCode: region,
            zone: zoneOfRegion(region) ?? draft.zone,
            website: null,
          },
        },
    department: draft.department.trim() || null,
    jobTitle: draft.jobTitle.trim() || null,
    departmentOther: draft.departmentOther?.trim() || null,
    jobTitleOther: draft.jobTitleOther?.trim() || null,
    workingLanguages: [...draft.workingLanguages],
    lang: draft.lang,
    zone: draft.zone,
    directory: draft.directory,
    consents: form.consents.map(({ purpose, version }) => ({
      purpose,
      version,
      given: purpose === 'directory' ? draft.directory !== 'nobody' : draft.given.includes(purpose),
    })),
    answers,
    accessNeeds: draft.accessNeeds.trim() || null,
  };
}

/** The field that a refused body's path belongs to. */
export function fieldOf(path: string): DraftField | null {
  const parts = path.split(/[.[\]]+/).filter(Boolean);
  if (parts[0] === 'name') return parts[1] && parts[1] in emptyName ? (parts[1] as keyof NameDraft) : 'familyLatin';
  if (parts[0] === 'answers' && parts[1]) return `answer:${parts[1]}`;
  if (parts[0] === 'jobTitle' || parts[0] === 'workingLanguages') return parts[0];
  if (parts[0] === 'organisation')
    return parts.includes('regionCode') ? 'region' : parts.includes('kind') ? 'organisationKind' : 'organisation';
  return null;
}
