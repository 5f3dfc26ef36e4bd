using System.Collections.Immutable;

namespace NlOpt.Formulation;

/// <summary>A number found in the text, before anything is known about its use.</summary>
/// <param name="Evidence">Where it stands, percent signs and currency included.</param>
/// <param name="Value">Its value, percentages as fractions.</param>
public readonly record struct FoundNumber(Evidence Evidence, double Value);

/// <summary>Makes the ledger: every number of the text with its use, told by overlapping spans.</summary>
public static class LedgerBuilder
{
    /// <summary>The reason given when the caller has none.</summary>
    public const string DefaultReason = "it is not part of the goal, of a rule or of a name";

    /// <summary>
    /// Builds a ledger. A number counts as used where the span of a <see cref="SourcedNumber"/> overlaps it: first in the objective, then in
    /// the first statement, then in a smallest batch; else where a mention of a variable overlaps it; else it is set aside.
    /// </summary>
    /// <param name="numbers">Every number of the text.</param>
    /// <param name="variables">The decision variables, by id.</param>
    /// <param name="objective">What is wanted.</param>
    /// <param name="statements">What must hold.</param>
    /// <param name="reasonFor">
    /// Says in plain words why a number is set aside; null, as a callback or as its answer, gives <see cref="DefaultReason"/>.
    /// </param>
    /// <returns>One entry a number, in the order of the text.</returns>
    public static ImmutableArray<LedgerEntry> Build(
        IEnumerable<FoundNumber> numbers,
        ImmutableArray<DecisionVariable> variables,
        ObjectiveStatement objective,
        ImmutableArray<Statement> statements,
        Func<FoundNumber, string?>? reasonFor = null)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(objective);
        var uses = new List<(Evidence Span, NumberUse Use)>();
        void Add(IEnumerable<SourcedNumber> sourced, NumberUse use)
        {
            foreach (var number in sourced)
                if (number.Evidence is { } span) uses.Add((span, use));
        }

        Add(objective.Numbers, new NumberUse.InObjective());
        for (var index = 0; index < statements.Length; index++) Add(statements[index].Numbers, new NumberUse.InStatement(index));
        foreach (var variable in variables)
            if (variable.SmallestBatch is { } batch) Add([batch], new NumberUse.InSmallestBatch(variable.Id));
        uses.AddRange(from variable in variables
                      from mention in variable.Mentions
                      select (mention, (NumberUse)new NumberUse.InName(variable.Id)));

        return [.. from number in numbers
                   orderby number.Evidence
                   let use = uses.FirstOrDefault(candidate => Overlap(candidate.Span, number.Evidence)).Use
                   select new LedgerEntry(number.Evidence, number.Value, use ?? new NumberUse.SetAside(reasonFor?.Invoke(number) ?? DefaultReason))];
    }

    private static bool Overlap(Evidence left, Evidence right) =>
        left.Turn == right.Turn && left.Start < right.End && right.Start < left.End;
}
