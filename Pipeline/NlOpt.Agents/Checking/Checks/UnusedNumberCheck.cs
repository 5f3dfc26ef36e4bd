using NlOpt.Formulation;

namespace NlOpt.Agents.Checking.Checks;

/// <summary>The ledger, the other way: every number of the text that the readings use must be used.</summary>
internal sealed class UnusedNumberCheck : ICrossCheck
{
    private const double LeastSuspicion = 0.05;
    private const double Tolerance = 1e-6;

    /// <inheritdoc/>
    public string Name => "unused-number";

    /// <inheritdoc/>
    public IEnumerable<CheckFinding> Find(CheckedFormulation subject)
    {
        var formulation = subject.Formulation;
        List<SourcedNumber> used = [.. formulation.Objective.Numbers, .. formulation.Statements.SelectMany(statement => statement.Numbers)];
        foreach (var same in subject.Numbers.GroupBy(number => number.Value))
        {
            var asked = same.Select(number => (Number: number, Suspicion: subject.Guided.UseOf(number.Evidence))).Where(
                item => item.Suspicion >= LeastSuspicion).ToList();
            // Equal numbers may have been tied to each other's words: as many uses as there are such words will do.
            var uses = used.Count(own => Math.Abs(Math.Abs(own.Value) - same.Key) <= Tolerance * same.Key);
            if (uses >= asked.Count) continue;
            foreach (var (number, suspicion) in asked.Where(
                item => !used.Exists(own => own.Evidence is { } place && Overlap(place, item.Number.Evidence)))
                .OrderByDescending(item => item.Suspicion).Take(asked.Count - uses))
                yield return new CheckFinding(Name, $"nothing uses “{formulation.Source.Quote(number.Evidence)}”", suspicion, Quote: number.Evidence);
        }
    }

    private static bool Overlap(Evidence left, Evidence right) => left.Turn == right.Turn && left.Start < right.End && right.Start < left.End;
}
