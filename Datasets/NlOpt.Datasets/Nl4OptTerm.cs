namespace NlOpt.Datasets;

/// <summary>An amount a variable in a declaration.</summary>
/// <param name="Mention">The variable as the declaration names it; normally one of <see cref="Nl4OptProblem.Mentions"/>.</param>
/// <param name="Number">The number exactly as labelled, for example <c>20%</c> or <c>three times</c>; see <see cref="Nl4OptNumber"/>.</param>
public sealed record Nl4OptTerm(string Mention, string Number);
