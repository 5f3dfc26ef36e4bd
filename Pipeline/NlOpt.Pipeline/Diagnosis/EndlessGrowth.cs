using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>Amounts that grow together without end while the objective gets better and better.</summary>
/// <param name="Variables">The decision variables; a limit on any one of them ends this.</param>
/// <param name="Rates">How fast each grows, the fastest 1; never negative for amounts that cannot fall below nothing.</param>
/// <param name="Text">What is missing, as a plain sentence.</param>
public sealed record EndlessGrowth(ImmutableArray<DecisionVariableId> Variables, ImmutableArray<double> Rates, string Text);
