namespace NlOpt.Modeling;

/// <summary>
/// A model while its file is being read: kinds and bounds may still change, and variables may be used before they are declared. Every part
/// remembers its place, so that <see cref="Build"/> can say where what it refuses was written.
/// </summary>
internal sealed class ModelDraft(FormatInput input)
{
    private readonly Dictionary<string, DraftVariable> _variables = new(StringComparer.Ordinal);
    private readonly List<DraftVariable> _order = [];

    public string? Name { get; set; }

    public ObjectiveSense Sense { get; set; } = ObjectiveSense.Minimize;

    public DraftExpression Objective { get; set; } = new();

    public List<DraftRow> Rows { get; } = [];

    /// <summary>The variables in the order of their first mention.</summary>
    public IReadOnlyList<DraftVariable> Variables => _order;

    /// <summary>The variable of that name, made at its first mention: non-negative and continuous.</summary>
    public DraftVariable Mention(string name, TextPosition at)
    {
        if (_variables.TryGetValue(name, out var variable)) return variable;
        variable = new DraftVariable(_order.Count, name, at);
        _variables.Add(name, variable);
        _order.Add(variable);
        return variable;
    }

    /// <summary>The variable of that name; null when there is none yet.</summary>
    public DraftVariable? Find(string name) => _variables.GetValueOrDefault(name);

    /// <summary>The model.</summary>
    /// <exception cref="MalformedInputException">A name is used twice, limits cross, numbers overflow, or an indicator's variable is not binary.</exception>
    public Model Build()
    {
        PromoteIndicatorVariables();
        var builder = new ModelBuilder(Name);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var variable in _order)
        {
            CheckName(variable.Name, names, "variable", variable.At);
            var (lower, upper) = variable.Kind == VariableKind.Binary
                ? (Math.Max(variable.Lower ?? 0, 0), Math.Min(variable.Upper ?? 1, 1))
                : (variable.Lower, variable.Upper);
            CheckLimits(lower, upper, $"variable {FormatInput.Quote(variable.Name)}", variable.At);
            builder.AddVariable(variable.Name, variable.Kind, lower, upper);
        }

        builder.SetObjective(Sense, Expression(Objective, Objective.Constant, "the objective", new(1, 1)));
        names.Clear();
        foreach (var row in Rows)
        {
            if (row.Name is not null) CheckName(row.Name, names, "row", row.At);
            var label = row.Name is null ? "this row" : $"row {FormatInput.Quote(row.Name)}";
            var (lower, upper) = (row.Lower - row.Expression.Constant, row.Upper - row.Expression.Constant);
            CheckLimits(lower, upper, label, row.At);
            var expression = Expression(row.Expression, 0, label, row.At);
            if (row.Binary is { } binary) builder.AddIndicator(new(binary.Index), row.ActiveValue, expression, lower, upper, row.Name);
            else builder.AddRow(expression, lower, upper, row.Name);
        }

        return builder.Build();
    }

    /// <summary>LP and MPS files often give a binary variable as an integer one between 0 and 1, which means the same.</summary>
    private void PromoteIndicatorVariables()
    {
        foreach (var row in Rows)
        {
            if (row.Binary is not { Kind: not VariableKind.Binary } variable) continue;
            if (variable is not { Kind: VariableKind.Integer, Lower: >= 0, Upper: <= 1 })
                throw input.Error(
                    "model.indicator-not-binary", $"variable {FormatInput.Quote(variable.Name)} decides an indicator row but is not binary", row.At,
                    "declare it as binary");
            variable.Kind = VariableKind.Binary;
        }
    }

    private void CheckName(string name, HashSet<string> taken, string what, TextPosition at)
    {
        if (string.IsNullOrWhiteSpace(name)) throw input.Error("model.blank-name", $"the name of a {what} is blank", at);
        if (!taken.Add(name)) throw input.Error("model.duplicate-name", $"there are two {what}s named {FormatInput.Quote(name)}", at, "rename one");
    }

    private void CheckLimits(double? lower, double? upper, string what, TextPosition at)
    {
        if (lower is { } l && !double.IsFinite(l) || upper is { } u && !double.IsFinite(u))
            throw input.Error("model.overflow", $"the limits of {what} are too large", at);
        if (lower > upper)
            throw input.Error(
                "model.crossed-limits",
                $"the lower limit {NumberText.Format(lower.Value)} of {what} lies above its upper limit {NumberText.Format(upper.Value)}",
                at,
                "a variable has the lower bound 0 unless another is given");
    }

    private LinearExpression Expression(DraftExpression draft, double constant, string what, TextPosition at)
    {
        var isFinite = double.IsFinite(draft.Terms.Sum(term => Math.Abs(term.Coefficient)))
            || draft.Terms.GroupBy(term => term.Variable).All(group => double.IsFinite(group.Sum(term => Math.Abs(term.Coefficient))));
        return isFinite && double.IsFinite(constant)
            ? LinearExpression.Of(draft.Terms, constant)
            : throw input.Error("model.overflow", $"the coefficients of {what} are too large", at);
    }
}

/// <summary>A variable of a <see cref="ModelDraft"/>.</summary>
internal sealed class DraftVariable(int index, string name, TextPosition at)
{
    public int Index { get; } = index;

    public string Name { get; set; } = name;

    public TextPosition At { get; set; } = at;

    public VariableKind Kind { get; set; }

    public double? Lower { get; set; } = 0;

    public double? Upper { get; set; }
}

/// <summary>A sum of terms of a <see cref="ModelDraft"/>; a variable may come more than once.</summary>
internal sealed class DraftExpression
{
    public List<Term> Terms { get; } = [];

    public double Constant { get; set; }
}

/// <summary>A row or, where <see cref="Binary"/> is given, an indicator row of a <see cref="ModelDraft"/>.</summary>
internal sealed class DraftRow(string? name, TextPosition at)
{
    public string? Name { get; set; } = name;

    public TextPosition At { get; } = at;

    public DraftExpression Expression { get; init; } = new();

    public double? Lower { get; set; }

    public double? Upper { get; set; }

    public DraftVariable? Binary { get; set; }

    public bool ActiveValue { get; set; }
}
