namespace NlOpt.Modeling;

/// <summary>Compares two canonical models number by number, once it is known which variables correspond.</summary>
internal sealed class ModelMatcher(Model first, Model second, double tolerance)
{
    private readonly Dictionary<string, List<ScaledRow>> _secondRows = Group(second);

    /// <summary>A row or indicator row; <see cref="Binary"/> is -1 for a row that always holds.</summary>
    private sealed record ScaledRow(Term[] Terms, double? Lower, double? Upper, int Binary, bool ActiveValue);

    /// <summary>Whether the models are equal within the tolerance.</summary>
    /// <param name="map">For each variable of the first model the variable of the second.</param>
    public bool AreEqual(int[] map)
    {
        if (first.Rows.Length != second.Rows.Length || first.Indicators.Length != second.Indicators.Length) return false;
        if (!HaveEqualObjectives(map)) return false;
        foreach (var variable in first.Variables)
        {
            var other = second.Variables[map[variable.Id.Index]];
            var isWhole = variable.Kind != VariableKind.Continuous;
            if (isWhole != (other.Kind != VariableKind.Continuous)) return false;
            if (!AreNear(variable.Lower, other.Lower) || !AreNear(variable.Upper, other.Upper)) return false;
        }

        var used = new HashSet<ScaledRow>(ReferenceEqualityComparer.Instance);
        return RowsOf(first).All(row => FindPartner(Rename(row, map), used));
    }

    private bool HaveEqualObjectives(int[] map)
    {
        var (one, other) = (first.Objective, second.Objective);
        if (one.Sense != other.Sense || !AreNear(one.Expression.Constant, other.Expression.Constant)) return false;
        var terms = Rename(one.Expression.Terms, map);
        return HaveEqualTerms(terms, [.. other.Expression.Terms]);
    }

    private bool FindPartner(ScaledRow row, HashSet<ScaledRow> used)
    {
        if (!_secondRows.TryGetValue(Support(row), out var candidates)) return false;
        var partner = candidates.Find(candidate =>
            !used.Contains(candidate)
            && AreNear(row.Lower, candidate.Lower)
            && AreNear(row.Upper, candidate.Upper)
            && HaveEqualTerms(row.Terms, candidate.Terms));
        return partner is not null && used.Add(partner);
    }

    private bool HaveEqualTerms(Term[] terms, Term[] others)
    {
        if (terms.Length != others.Length) return false;
        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i].Variable != others[i].Variable || !AreNear(terms[i].Coefficient, others[i].Coefficient)) return false;
        }

        return true;
    }

    private bool AreNear(double? one, double? other) =>
        one is { } a && other is { } b ? Math.Abs(a - b) <= tolerance * Math.Max(Math.Abs(a), Math.Abs(b)) : one is null && other is null;

    private static Term[] Rename(IEnumerable<Term> terms, int[] map)
    {
        Term[] renamed = [.. terms.Select(term => term with { Variable = new(map[term.Variable.Index]) })];
        Array.Sort(renamed, (one, other) => one.Variable.Index.CompareTo(other.Variable.Index));
        return renamed;
    }

    /// <summary>The row in the variables of the other model, turned so that its first coefficient is positive, as canonical rows are.</summary>
    private static ScaledRow Rename(ScaledRow row, int[] map)
    {
        var terms = Rename(row.Terms, map);
        var binary = row.Binary < 0 ? -1 : map[row.Binary];
        if (terms.Length == 0 || terms[0].Coefficient > 0) return row with { Terms = terms, Binary = binary };
        for (var i = 0; i < terms.Length; i++) terms[i] = terms[i] with { Coefficient = -terms[i].Coefficient };
        return row with { Terms = terms, Binary = binary, Lower = -row.Upper, Upper = -row.Lower };
    }

    private static IEnumerable<ScaledRow> RowsOf(Model model) =>
        model.Rows.Select(row => new ScaledRow([.. row.Expression.Terms], row.Lower, row.Upper, -1, false))
            .Concat(model.Indicators.Select(indicator => new ScaledRow(
                [.. indicator.Expression.Terms], indicator.Lower, indicator.Upper, indicator.Binary.Index, indicator.ActiveValue)));

    private static Dictionary<string, List<ScaledRow>> Group(Model model)
    {
        var groups = new Dictionary<string, List<ScaledRow>>(StringComparer.Ordinal);
        foreach (var row in RowsOf(model))
        {
            var support = Support(row);
            if (!groups.TryGetValue(support, out var group)) groups.Add(support, group = []);
            group.Add(row);
        }

        return groups;
    }

    /// <summary>Which variables a row has, as a key.</summary>
    private static string Support(ScaledRow row) =>
        string.Join(' ', row.Terms.Select(term => term.Variable.Index).Prepend(row.Binary).Prepend(row.ActiveValue ? 1 : 0));
}
