import type { Refusal } from '#contract/refusal.ts'
import type { AccessOf, AnswerOf, Contract, FeatureName, InputOf, MethodName } from '#contract/index.ts'
import type { StaffPerson } from '#contract/people.ts'
import type { Result } from '#core/kernel/result.ts'

/** Whom main has found to be calling. Nothing in it comes from the window. */
export interface CallerOf {
  pupil: { readonly window: 'pupil' }
  child: { readonly window: 'pupil'; readonly childId: string; readonly sessionId: string }
  door: { readonly window: 'staff' }
  setup: { readonly window: 'staff' }
  windows: { readonly window: 'pupil' | 'staff' }
  staff: { readonly window: 'staff'; readonly person: StaffPerson }
}

type Handler<Input, Answer, Caller> = (
  input: Input,
  caller: Caller,
) => Result<Answer, Refusal> | Promise<Result<Answer, Refusal>>

type HandlerOf<N extends MethodName> = Handler<InputOf<N>, AnswerOf<N>, CallerOf[AccessOf<N>]>

/** The handlers of one feature: one for each method of its contract, no more and no fewer. */
export type Handlers<F extends FeatureName> = {
  readonly [M in keyof Contract[F] & string]: HandlerOf<Extract<`${F}.${M}`, MethodName>>
}

export type AllHandlers = { readonly [F in FeatureName]: Handlers<F> }
