using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Solving;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>How reasons are looked for.</summary>
public sealed record DiagnosisOptions
{
    /// <summary>Which amounts are whole numbers.</summary>
    /// <value>Default: as understood.</value>
    public AmountKinds Kinds { get; init; } = AmountKinds.AsUnderstood;

    /// <summary>For each solve; the time limit holds for all solves of one question together.</summary>
    /// <value>Default: those of the engine.</value>
    public SolveOptions Solver { get; init; } = SolveOptions.Default;

    /// <summary>Positions of statements that must stay as they are: they are never suggested for repair.</summary>
    /// <value>Default: none.</value>
    public ImmutableHashSet<int> Musts { get; init; } = [];
}
