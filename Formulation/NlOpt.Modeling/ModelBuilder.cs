namespace NlOpt.Modeling;

/// <summary>Makes a <see cref="Model"/>. Every call checks its arguments, so that a built model is always well formed.</summary>
public sealed class ModelBuilder
{
    private readonly string? _name;
    private readonly List<Variable> _variables = [];
    private readonly List<Row> _rows = [];
    private readonly List<Indicator> _indicators = [];
    private readonly HashSet<string> _variableNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _rowNames = new(StringComparer.Ordinal);
    private Objective _objective = new(ObjectiveSense.Minimize, LinearExpression.Zero);

    /// <summary>Starts an empty model that minimizes 0.</summary>
    /// <param name="name">Name of the model; null for none.</param>
    /// <exception cref="ArgumentException">The name is not well-formed Unicode.</exception>
    public ModelBuilder(string? name = null)
    {
        CheckUnicode(name);
        _name = name;
    }

    /// <summary>Adds a variable. A binary variable gets the bounds 0 and 1, tightened by the ones given.</summary>
    /// <param name="name">Unique and not blank.</param>
    /// <param name="kind">Which values it may take.</param>
    /// <param name="lower">Smallest value; null for none.</param>
    /// <param name="upper">Largest value; null for none.</param>
    /// <exception cref="ArgumentException">The name is blank, taken or not well-formed Unicode, a bound is not finite, or the bounds cross.</exception>
    public VariableId AddVariable(string name, VariableKind kind = VariableKind.Continuous, double? lower = 0, double? upper = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        CheckUnicode(name);
        CheckBounds(lower, upper, $"variable '{name}'");
        if (kind == VariableKind.Binary)
        {
            lower = Math.Max(lower ?? 0, 0);
            upper = Math.Min(upper ?? 1, 1);
            CheckBounds(lower, upper, $"binary variable '{name}'");
        }

        if (!_variableNames.Add(name)) throw new ArgumentException($"There is already a variable '{name}'.", nameof(name));
        var id = new VariableId(_variables.Count);
        _variables.Add(new Variable(id, name, kind, lower, upper));
        return id;
    }

    /// <summary>Adds the row <c>lower &lt;= expression &lt;= upper</c>; the constant of the expression moves into the bounds.</summary>
    /// <exception cref="ArgumentException">A variable is unknown, the name is taken, a bound is not finite, or the bounds cross.</exception>
    public RowId AddRow(LinearExpression expression, double? lower, double? upper, string? name = null)
    {
        (expression, lower, upper) = Normalize(expression, lower, upper, name, "row");
        var id = new RowId(_rows.Count);
        _rows.Add(new Row(id, name, expression, lower, upper));
        return id;
    }

    /// <summary>Adds a row that must hold when a binary variable has the value <paramref name="activeValue"/>.</summary>
    /// <exception cref="ArgumentException">As for rows, or <paramref name="binary"/> is not a binary variable of this model.</exception>
    public void AddIndicator(VariableId binary, bool activeValue, LinearExpression expression, double? lower, double? upper, string? name = null)
    {
        if (binary.Index < 0 || binary.Index >= _variables.Count || _variables[binary.Index].Kind != VariableKind.Binary)
            throw new ArgumentException("An indicator needs a binary variable of this model.", nameof(binary));
        (expression, lower, upper) = Normalize(expression, lower, upper, name, "indicator");
        _indicators.Add(new Indicator(binary, activeValue, name, expression, lower, upper));
    }

    /// <summary>Sets what is optimized.</summary>
    /// <exception cref="ArgumentException">A variable is unknown.</exception>
    public void SetObjective(ObjectiveSense sense, LinearExpression expression)
    {
        CheckVariables(expression, "objective");
        _objective = new Objective(sense, expression);
    }

    /// <summary>The model as it stands; the builder may go on being used.</summary>
    public Model Build() => new(_name, [.. _variables], [.. _rows], [.. _indicators], _objective);

    private (LinearExpression Expression, double? Lower, double? Upper) Normalize(
        LinearExpression expression, double? lower, double? upper, string? name, string what)
    {
        var label = name is null ? $"{what} {_rows.Count + _indicators.Count}" : $"{what} '{name}'";
        CheckVariables(expression, label);
        if (expression.Constant != 0)
        {
            lower -= expression.Constant;
            upper -= expression.Constant;
            expression = LinearExpression.Of(expression.Terms);
        }

        CheckBounds(lower, upper, label);
        if (name is not null)
        {
            if (string.IsNullOrWhiteSpace(name)) throw new ArgumentException("A name must not be blank; null means none.", nameof(name));
            CheckUnicode(name);
            if (!_rowNames.Add(name)) throw new ArgumentException($"There is already a row '{name}'.", nameof(name));
        }

        return (expression, lower, upper);
    }

    private void CheckVariables(LinearExpression expression, string what)
    {
        ArgumentNullException.ThrowIfNull(expression);
        if (expression.Terms.Length > 0 && expression.Terms[^1].Variable.Index >= _variables.Count)
            throw new ArgumentException($"The {what} uses variable {expression.Terms[^1].Variable.Index}, which does not exist.", nameof(expression));
    }

    /// <summary>A lone surrogate cannot be written to any file, so no name may hold one.</summary>
    private static void CheckUnicode(string? name)
    {
        for (var i = 0; i < name?.Length; i++)
        {
            if (!char.IsSurrogate(name[i])) continue;
            if (i + 1 == name.Length || !char.IsSurrogatePair(name[i], name[i + 1]))
                throw new ArgumentException("A name must be well-formed Unicode; this one holds half a surrogate pair.", nameof(name));
            i++;
        }
    }

    private static void CheckBounds(double? lower, double? upper, string what)
    {
        if (lower is { } l && !double.IsFinite(l) || upper is { } u && !double.IsFinite(u))
            throw new ArgumentException($"The bounds of {what} must be finite; null means none.");
        if (lower > upper) throw new ArgumentException($"The lower bound {lower} of {what} lies above its upper bound {upper}.");
    }
}
