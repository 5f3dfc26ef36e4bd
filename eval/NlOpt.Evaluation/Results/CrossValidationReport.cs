using System.Collections.Immutable;

namespace NlOpt.Evaluation;

/// <summary>The outcome of a cross-validation over one or several data sets joined.</summary>
/// <param name="All">The report over all measured problems.</param>
/// <param name="Parts">The report over the problems of each data set, in the order in which they were joined.</param>
public sealed record CrossValidationReport(EvaluationReport All, ImmutableArray<EvaluationReport> Parts);
