using NlOpt.Understanding.Decisions;

namespace NlOpt.Understanding.Training;

/// <summary>What the labels of a problem say about one reading: roles and variables of its numbers, columns, limits and comparisons.</summary>
internal sealed class GoldReading
{
    private GoldReading(ReadingContext context, LabelledProblem problem)
    {
        Context = context;
        Problem = problem;
    }

    public ReadingContext Context { get; }

    public LabelledProblem Problem { get; }

    /// <summary>The columns; two declarations with a number in common share one.</summary>
    public List<Column> Columns { get; } = [];

    /// <summary>The column of the objective; null when it counts or none was found.</summary>
    public int? ObjectiveColumn { get; private set; }

    /// <summary>What each limit limits, with true for at least, and true where it is exact and has no direction.</summary>
    public Dictionary<NumberContext, List<(LimitTarget Target, bool IsAtLeast, bool IsExact)>> Limits { get; } = [];

    /// <summary>Comparisons with a multiple.</summary>
    public List<(NumberContext Number, int Left, int Right, bool IsAtLeast, bool IsExact)> Multiples { get; } = [];

    /// <summary>Comparisons without one.</summary>
    public List<(int Left, int Right, bool IsAtLeast, string Direction)> Comparisons { get; } = [];

    /// <summary>Aligns labels with a reading and sets the roles and variables of its numbers.</summary>
    /// <returns>Null when the reading has other variables than the labels.</returns>
    public static GoldReading? Align(ReadingContext context, LabelledProblem problem, int[] goldLabels)
    {
        var names = Enumerable.Range(0, context.Count).Select(variable => SurfaceNames(context, variable)).ToList();
        if (NameSimilarity.Match(problem, names) is not { } variableOf) return null;
        var gold = new GoldReading(context, problem);
        var slots = Slot.Of(problem, variableOf);
        var matches = SlotMatcher.Match(context, slots, goldLabels);
        gold.Take(slots, matches, variableOf);
        return gold;
    }

    /// <summary>How the text names a variable.</summary>
    public static IReadOnlyList<string> SurfaceNames(ReadingContext context, int variable)
    {
        var names = context.Occurrences.Where(place => place.Variable == variable)
            .Select(place => string.Join(' ', context.Tokens[place.First..place.End].Select(token => token.Raw))).Distinct().ToList();
        return names.Count > 0 ? names : [context.Variables.Names[variable][0].ToString()];
    }

    private void Take(List<Slot> slots, NumberContext?[] matches, int[] variableOf)
    {
        foreach (var number in Context.Numbers) (number.Role, number.Variable) = (NumberRole.None, null);
        var byDeclaration = new SortedDictionary<int, List<(int Variable, NumberContext Number)>>();
        for (var index = 0; index < slots.Count; index++)
        {
            if (slots[index].Role != NumberRole.Coefficient || matches[index] is not { } number) continue;
            number.Role = NumberRole.Coefficient;
            number.Variable ??= slots[index].Variable;
            if (!byDeclaration.TryGetValue(slots[index].Declaration, out var list)) byDeclaration[slots[index].Declaration] = list = [];
            list.Add((slots[index].Variable!.Value, number));
        }

        for (var index = 0; index < slots.Count; index++)
            if (slots[index].Role != NumberRole.Coefficient && matches[index] is { } number) number.Role = slots[index].Role;
        ShareAmongAll(byDeclaration);
        var columnOf = GatherColumns(byDeclaration);
        ObjectiveColumn = columnOf.TryGetValue(Slot.Objective, out var objective) ? objective : null;
        TakeConstraints(slots, matches, variableOf, columnOf);
    }

    /// <summary>A number that is the coefficient of every variable in one declaration belongs to all alike.</summary>
    private void ShareAmongAll(SortedDictionary<int, List<(int Variable, NumberContext Number)>> byDeclaration)
    {
        if (Context.Count < 2) return;
        foreach (var entries in byDeclaration.Values)
            foreach (var group in entries.GroupBy(entry => entry.Number))
                if (group.Select(entry => entry.Variable).Distinct().Count() == Context.Count) group.Key.Variable = Context.Count;
    }

    private Dictionary<int, int> GatherColumns(SortedDictionary<int, List<(int Variable, NumberContext Number)>> byDeclaration)
    {
        var columnOf = new Dictionary<int, int>();
        var signatures = new List<List<(int Variable, NumberContext Number)>>();
        foreach (var (declaration, entries) in byDeclaration)
        {
            var same = signatures.FindIndex(signature => signature.Exists(entries.Contains));
            if (same < 0)
            {
                same = signatures.Count;
                signatures.Add(entries);
                Columns.Add(new Column([.. entries.Select(entry => entry.Number).Distinct().OrderBy(number => number.Position)]));
            }

            columnOf[declaration] = same;
        }

        return columnOf;
    }

    private void TakeConstraints(List<Slot> slots, NumberContext?[] matches, int[] variableOf, Dictionary<int, int> columnOf)
    {
        for (var declaration = 0; declaration < Problem.Constraints.Length; declaration++)
        {
            var constraint = Problem.Constraints[declaration];
            var slot = slots.FindIndex(item => item.Declaration == declaration && item.Role != NumberRole.Coefficient);
            var number = slot < 0 ? null : matches[slot];
            int? left = constraint.Variable is { } variable ? variableOf[variable] : null;
            if (constraint.Type == LabelledConstraintType.Comparison)
            {
                Comparisons.Add((left!.Value, variableOf[constraint.Other!.Value], constraint.IsAtLeast, constraint.Direction));
                continue;
            }

            if (number is null) continue;
            if (constraint.Type == LabelledConstraintType.Multiple)
            {
                Multiples.Add((number, left!.Value, variableOf[constraint.Other!.Value], constraint.IsAtLeast, constraint.IsExact));
                continue;
            }

            LimitTarget? target = constraint.Type switch
            {
                LabelledConstraintType.Sum => new LimitTarget(LimitKind.Sum),
                LabelledConstraintType.Bound => new LimitTarget(LimitKind.Bound, left!.Value),
                LabelledConstraintType.Ratio => new LimitTarget(LimitKind.Ratio, left!.Value),
                _ => columnOf.TryGetValue(declaration, out var column) ? new LimitTarget(LimitKind.Column, column) : null,
            };
            if (target is not { } known) continue;
            if (!Limits.TryGetValue(number, out var list)) Limits[number] = list = [];
            list.Add((known, constraint.IsAtLeast, constraint.IsExact));
        }
    }

    /// <summary>The targets of a limit as candidates: one limit on every variable, or on several columns, is one target.</summary>
    public HashSet<LimitTarget> TargetsOf(NumberContext number)
    {
        var targets = Limits[number].Select(item => item.Target).ToHashSet();
        var bounds = targets.Count(target => target.Kind == LimitKind.Bound);
        if (Context.Count > 1 && bounds == Context.Count)
        {
            targets.RemoveWhere(target => target.Kind == LimitKind.Bound);
            targets.Add(new LimitTarget(LimitKind.BoundEach));
        }

        var columns = targets.Where(target => target.Kind == LimitKind.Column && target.Index < 32).Select(target => target.Index).ToList();
        if (columns.Count > 1)
        {
            targets.RemoveWhere(target => target.Kind == LimitKind.Column);
            targets.Add(new LimitTarget(LimitKind.ColumnEach, 0, columns.Aggregate(0u, (set, column) => set | 1u << column)));
        }

        return targets;
    }
}

/// <summary>A number that the labels call for.</summary>
/// <param name="Role">Its role.</param>
/// <param name="Declaration">The constraint, by index; <see cref="Objective"/> for the objective.</param>
/// <param name="Variable">The variable concerned; null where there is none.</param>
/// <param name="Number">The number.</param>
internal sealed record Slot(NumberRole Role, int Declaration, int? Variable, LabelledNumber Number)
{
    /// <summary>The declaration number of the objective.</summary>
    public const int Objective = -1;

    /// <summary>The slots of a problem, in the variables of a reading.</summary>
    public static List<Slot> Of(LabelledProblem problem, int[] variableOf)
    {
        var slots = new List<Slot>();
        foreach (var (variable, weight) in problem.ObjectiveTerms ?? []) slots.Add(new Slot(NumberRole.Coefficient, Objective, variableOf[variable], weight));
        for (var declaration = 0; declaration < problem.Constraints.Length; declaration++)
        {
            var constraint = problem.Constraints[declaration];
            int? variable = constraint.Variable is { } column ? variableOf[column] : null;
            if (constraint.Number is { } number)
                slots.Add(new Slot(constraint.Type == LabelledConstraintType.Multiple ? NumberRole.Multiple : NumberRole.Limit, declaration, variable, number));
            foreach (var (term, weight) in constraint.Terms) slots.Add(new Slot(NumberRole.Coefficient, declaration, variableOf[term], weight));
        }

        return slots;
    }
}
