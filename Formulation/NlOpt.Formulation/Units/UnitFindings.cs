using System.Collections.Immutable;

namespace NlOpt.Formulation.Units;

/// <summary>What the unit ledger found in a formulation.</summary>
/// <param name="Formulation">The formulation with converted numbers, each noted in the ledger.</param>
/// <param name="Conversions">The conversions, each number once.</param>
/// <param name="Conflicts">What cannot be converted; those rows are left as they were.</param>
public sealed record UnitFindings(
    ProblemFormulation Formulation, ImmutableArray<UnitConversion> Conversions, ImmutableArray<UnitConflict> Conflicts);
