using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Solving.Diagnosis;

/// <summary>
/// Variables that grow or fall together without end while the objective improves. None of them can be left out: a limit on any one of them, in
/// the direction it moves, ends this growth.
/// </summary>
/// <param name="Variables">The variables, by ascending id; not empty.</param>
/// <param name="Rates">How much each moves a step, one entry a variable, the largest 1 in size; negative where it falls.</param>
public sealed record Growth(ImmutableArray<VariableId> Variables, ImmutableArray<double> Rates);
