using NlOpt.Formulation.Units;

namespace NlOpt.Agents.Checking.Checks;

/// <summary>Amounts that are added up must be measured alike.</summary>
internal sealed class UnitCheck : ICrossCheck
{
    private const double NotConverted = 0.7;
    private const double PerhapsNotConverted = 0.3;
    private const double Conflicting = 0.3;

    /// <inheritdoc/>
    public string Name => "units";

    /// <inheritdoc/>
    public IEnumerable<CheckFinding> Find(CheckedFormulation subject)
    {
        var units = UnitLedger.Reconcile(subject.Formulation);
        foreach (var conversion in units.Conversions)
        {
            // A number that differs from its words was converted already.
            if (!subject.Numbers.Any(said => said.Evidence.Start < conversion.Evidence.End && conversion.Evidence.Start < said.Evidence.End
                && said.Evidence.Turn == conversion.Evidence.Turn && said.Value == Math.Abs(conversion.Value))) continue;
            yield return new CheckFinding(
                Name, $"a number is not converted: {conversion}", conversion.IsSure ? NotConverted : PerhapsNotConverted, Quote: conversion.Evidence);
        }

        foreach (var conflict in units.Conflicts)
            yield return new CheckFinding(
                Name, $"“{subject.Formulation.Source.Quote(conflict.Number)}” is added to amounts in {conflict.Expected.Name}", Conflicting,
                    Quote: conflict.Number);
    }
}
