namespace NlOpt.Modeling;

/// <summary>
/// Looks for the renaming of variables that makes two canonical models equal: color refinement first, then, among variables that share a color,
/// trying one pairing after the other, with a limit on the work.
/// </summary>
internal sealed class CorrespondenceSearch
{
    private const long MaximumWork = 50_000_000;
    private const int MaximumTries = 1000;
    private readonly Model _first;
    private readonly Model _second;
    private readonly ModelGraph _firstGraph;
    private readonly ModelGraph _secondGraph;
    private readonly ModelMatcher _matcher;
    private int _triesLeft;

    public CorrespondenceSearch(Model first, Model second, double tolerance)
    {
        (_first, _second) = (first, second);
        var code = new ToleranceCodes([.. NumbersOf(first), .. NumbersOf(second)], tolerance);
        _firstGraph = new(first, code.Of);
        _secondGraph = new(second, code.Of);
        _matcher = new(first, second, tolerance);
        _triesLeft = (int)Math.Clamp(MaximumWork / (_firstGraph.Size + 1), 10, MaximumTries);
    }

    public ModelComparison Run()
    {
        if (FindPlainDifference() is { } difference) return new ModelComparison.Different(difference);
        var found = Search(_firstGraph.InitialColors, _secondGraph.InitialColors);
        if (found is not null) return new ModelComparison.Equivalent([.. found.Select(index => new VariableId(index))]);
        return _triesLeft > 0
            ? new ModelComparison.Different("no pairing of the variables makes bounds, objective and rows equal")
            : new ModelComparison.Undecided("the models are too regular: the search for corresponding variables was given up");
    }

    private string? FindPlainDifference()
    {
        if (_first.Objective.Sense != _second.Objective.Sense) return "one model minimizes, the other maximizes";
        if (_first.Variables.Length != _second.Variables.Length)
            return $"one model has {_first.Variables.Length} variables, the other {_second.Variables.Length}";
        var (whole, otherWhole) = (CountWhole(_first), CountWhole(_second));
        if (whole != otherWhole) return $"one model has {whole} whole-number variables, the other {otherWhole}";
        if (_first.Rows.Length != _second.Rows.Length) return $"one model has {_first.Rows.Length} different rows, the other {_second.Rows.Length}";
        return _first.Indicators.Length != _second.Indicators.Length
            ? $"one model has {_first.Indicators.Length} different indicator rows, the other {_second.Indicators.Length}"
            : null;
    }

    private static int CountWhole(Model model) => model.Variables.Count(variable => variable.Kind != VariableKind.Continuous);

    /// <summary>For each variable of the first model its partner; null when there is none or the tries are used up.</summary>
    private int[]? Search(ulong[] firstStart, ulong[] secondStart)
    {
        if (_triesLeft == 0) return null;
        _triesLeft--;
        var firstColors = ColorRefinement.Refine(_firstGraph, firstStart, out var firstRows);
        var secondColors = ColorRefinement.Refine(_secondGraph, secondStart, out var secondRows);
        var firstOrder = Order(firstColors);
        var secondOrder = Order(secondColors);
        if (!firstOrder.Select(v => firstColors[v]).SequenceEqual(secondOrder.Select(v => secondColors[v]))) return null;
        if (!firstRows.Order().SequenceEqual(secondRows.Order())) return null;

        // Variables that share a color mostly are alike in truth, so any pairing within colors is worth a look.
        var map = new int[firstOrder.Length];
        for (var i = 0; i < map.Length; i++) map[firstOrder[i]] = secondOrder[i];
        if (_matcher.AreEqual(map)) return map;

        var cell = firstOrder.GroupBy(v => firstColors[v]).Where(group => group.Count() > 1).MinBy(group => group.Count());
        if (cell is null) return null;
        var chosen = Mark(firstColors, cell.First());
        foreach (var partner in secondOrder.Where(v => secondColors[v] == cell.Key))
        {
            if (Search(chosen, Mark(secondColors, partner)) is { } found) return found;
        }

        return null;
    }

    private static ulong[] Mark(ulong[] colors, int variable)
    {
        var marked = (ulong[])colors.Clone();
        marked[variable] = ~marked[variable];
        return marked;
    }

    private static int[] Order(ulong[] colors) => [.. Enumerable.Range(0, colors.Length).OrderBy(v => colors[v])];

    private static IEnumerable<double> NumbersOf(Model model)
    {
        var expressions = model.Rows.Select(row => row.Expression)
            .Concat(model.Indicators.Select(indicator => indicator.Expression))
            .Append(model.Objective.Expression);
        var limits = model.Rows.SelectMany(row => new[] { row.Lower, row.Upper })
            .Concat(model.Indicators.SelectMany(indicator => new[] { indicator.Lower, indicator.Upper }))
            .Concat(model.Variables.SelectMany(variable => new[] { variable.Lower, variable.Upper }));
        return expressions.SelectMany(expression => expression.Terms.Select(term => term.Coefficient)).Concat(limits.OfType<double>());
    }
}
