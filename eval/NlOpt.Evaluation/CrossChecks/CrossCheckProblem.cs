using NlOpt.Formulation;
using NlOpt.Understanding.Weights;

namespace NlOpt.Evaluation;

/// <summary>A right formulation to make errors in, and what to check it with.</summary>
/// <param name="Id">Id of the problem.</param>
/// <param name="Source">Where it is from: <c>train</c>, <c>dev</c> or <c>generated</c>.</param>
/// <param name="Gold">The formulation.</param>
/// <param name="Weights">Weights of the reader that never saw the problem.</param>
public sealed record CrossCheckProblem(string Id, string Source, ProblemFormulation Gold, ReaderWeights Weights);
