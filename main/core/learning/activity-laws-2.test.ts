import { keepTheLaws } from './activity-laws.fixture.ts'

keepTheLaws(2)
