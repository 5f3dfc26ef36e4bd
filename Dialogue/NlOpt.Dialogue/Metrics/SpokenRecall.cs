using System.Collections.Immutable;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Metrics;

/// <summary>Finds the gold slots in the claims of a summary.</summary>
internal sealed class SpokenRecall
{
    private readonly SlotSheet _gold;
    private readonly ImmutableArray<Claim> _claims;
    private readonly List<SpokenLimit> _limits = [];
    private readonly HashSet<Claim> _comparing = [];

    public SpokenRecall(SlotSheet gold, ImmutableArray<Claim> claims)
    {
        (_gold, _claims) = (gold, claims);
        Found = claims.SelectMany(claim => claim.Names).Select(name => name.Index).Distinct().Count()
            + ObjectiveFound()
            // What names one variable is the most telling: it takes its number first.
            + gold.Statements.OrderBy(statement => statement.Shape == SlotShape.SingleVariable ? 0 : 1).Sum(StatementFound);
    }

    /// <summary>How many slots were found.</summary>
    public int Found { get; }

    /// <summary>The numbers that were taken for limits.</summary>
    public IReadOnlyList<SpokenLimit> Limits => _limits;

    /// <summary>Whether a claim was taken for a comparison without a number.</summary>
    public bool IsComparison(Claim claim) => _comparing.Contains(claim);

    /// <summary>Whether a number stands beside the name of a variable: the last one before it, the first one behind it, or, where its claim names
    /// none, the last one of the claim before.</summary>
    public bool IsBeside(Claim claim, SpokenNumber number, int variable)
    {
        var (before, after) = claim.Around(number);
        if (before == variable || after == variable) return true;
        if (!claim.Names.IsEmpty)
        {
            return claim.Text.Contains("respectively", StringComparison.OrdinalIgnoreCase)
                && claim.Names.Any(name => name.Index == variable);
        }

        var position = _claims.IndexOf(claim);
        return position > 0 && _claims[position - 1].Names is [.., var last] && last.Index == variable;
    }

    private int ObjectiveFound()
    {
        var telling = _claims.Where(claim => DirectionWords.Wants(claim.Text, _gold.Sense)).ToList();
        var name = NoteReader.Stems(_gold.ObjectiveName);
        var isNamed = telling.Exists(claim => name.IsEmpty || NoteReader.Stems(claim.Text).Any(name.Contains));
        return (telling.Count > 0 ? 1 : 0) + (isNamed ? 1 : 0)
            + _gold.Objective.Terms.Count(term => term.Value == 1 ? isNamed : IsToldBeside(term))
            + _gold.Objective.Limits.Count(limit => Places(limit).Any());
    }

    private int StatementFound(SlotStatement statement) => statement.Shape switch
    {
        SlotShape.Comparison when statement.Limits is [1] => ComparisonFound(statement),
        SlotShape.Comparison => LimitFound(statement) is > 0 and var found ? found : LimitFound(statement.Reversed!),
        SlotShape.SingleVariable or SlotShape.Sum or SlotShape.WeightedSum or SlotShape.Proportion => LimitFound(statement),
        // The rest is said in words, not in numbers: it counts as told where one claim names all it is about.
        _ => _claims.Any(claim => statement.Terms.All(term => claim.Names.Any(name => name.Index == term.Variable))) ? statement.Count : 0,
    };

    private int LimitFound(SlotStatement statement)
    {
        var weights = statement.Shape == SlotShape.WeightedSum ? statement.Terms.Count(term => term.Value == 1 || IsToldBeside(term)) : 0;
        var best = (from limit in statement.Limits
                    from place in Places(limit)
                    let taken = _limits.Find(known => known.Number == place.Number)
                    // "600 minutes on each machine" says two limits alike.
                    where (taken is null || taken.Shape == statement.Shape) && Fits(statement, place.Claim, place.Number)
                    let direction = DirectionWords.Of(place.Claim, place.Number)
                    orderby taken is null ? 0 : 1, direction == statement.Operator ? 0 : 1, IsWeight(place.Claim, place.Number) ? 1 : 0
                    select new SpokenLimit(place.Claim, place.Number, statement.Shape, statement.Operator, direction)).FirstOrDefault();
        if (best is null) return weights;
        if (!_limits.Exists(limit => limit.Number == best.Number)) _limits.Add(best);
        var terms = statement.Shape == SlotShape.WeightedSum ? weights : statement.Terms.Length;
        return 2 + terms + (best.Said == statement.Operator ? 1 : 0);
    }

    /// <summary>Whether a number can be the limit of a statement, by the names around it.</summary>
    private bool Fits(SlotStatement statement, Claim claim, SpokenNumber number)
    {
        var amounts = statement.Terms.Where(term => term.Role == SlotRole.Amount).Select(term => term.Variable).ToList();
        if (statement.Shape == SlotShape.Comparison)
        {
            // The compared thing is named first, the one that it is compared with behind the number.
            var first = claim.Names.Select(name => (int?)name.Index).FirstOrDefault();
            var compared = statement.Terms.Where(term => term.Role == SlotRole.Counterpart).Select(term => term.Variable).ToList();
            return first is { } named && amounts.Contains(named) && claim.Names.Any(name => compared.Contains(name.Index));
        }

        return statement.Shape is SlotShape.Sum or SlotShape.WeightedSum || amounts.TrueForAll(variable => IsBeside(claim, number, variable));
    }

    /// <summary>A comparison without a number: a claim that names both and says which is to be more.</summary>
    private int ComparisonFound(SlotStatement statement)
    {
        foreach (var claim in _claims.Where(claim => claim.Numbers.IsEmpty && claim.Names.Length >= 2))
        {
            var (first, second) = (claim.Names[0], claim.Names.FirstOrDefault(name => name.Index != claim.Names[0].Index, claim.Names[0]));
            if (DirectionWords.Between(claim.Text[..(second.Evidence.Start - claim.Start)]) is not { } said) continue;
            var spoken = statement with
            {
                Operator = said,
                Terms = [new SlotTerm(first.Index, SlotRole.Amount), new SlotTerm(second.Index, SlotRole.Counterpart)],
            };
            if (statement.Terms.Any(term => term.Variable != first.Index && term.Variable != second.Index)) continue;
            _comparing.Add(claim);
            return statement.Agreement(spoken);
        }

        return 0;
    }

    private bool IsToldBeside(SlotTerm term) => Places(term.Value).Any(place => IsBeside(place.Claim, place.Number, term.Variable));

    /// <summary>Whether a number is already the coefficient of a variable beside it.</summary>
    private bool IsWeight(Claim claim, SpokenNumber number) => _gold.Statements.Append(_gold.Objective)
        .Where(statement => statement.Shape is SlotShape.WeightedSum or SlotShape.Objective)
        .SelectMany(statement => statement.Terms)
        .Any(term => SlotStatement.IsSame(term.Value, number.Value) && IsBeside(claim, number, term.Variable));

    private IEnumerable<(Claim Claim, SpokenNumber Number)> Places(double value) =>
        from claim in _claims
        from number in claim.Numbers
        where SlotStatement.IsSame(number.Value, value)
        select (claim, number);
}
