namespace NlOpt.Pipeline;

/// <summary>What another answer to a question would change.</summary>
/// <param name="Change">
/// In [0, 1]: 0 when the plan stays a best one whatever the answer; 1 when the problem would end differently (no plan, no limit); else the larger
/// of the relative changes of the objective value and of the planned amounts. Over several other answers, their mean weighed by probability.
/// </param>
/// <param name="Otherwise">The outcome under the likeliest other answer that changes anything, in plain words; or that none does.</param>
public sealed record QuestionConsequence(double Change, string Otherwise);
