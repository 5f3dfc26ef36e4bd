using System.Collections.Immutable;

namespace NlOpt.Modeling;

/// <summary>
/// An immutable mixed-integer linear model: variables, rows, indicator rows and one objective. Made by a <see cref="ModelBuilder"/>,
/// which guarantees: finite numbers, unique names, ids in range, lower bounds not above upper bounds of the same object.
/// </summary>
public sealed class Model : IEquatable<Model>
{
    internal Model(
        string? name,
        ImmutableArray<Variable> variables,
        ImmutableArray<Row> rows,
        ImmutableArray<Indicator> indicators,
        Objective objective)
    {
        Name = name;
        Variables = variables;
        Rows = rows;
        Indicators = indicators;
        Objective = objective;
        Matrix = RowMatrix.Of(rows, variables.Length);
    }

    /// <summary>Name of the model; null when it has none.</summary>
    public string? Name { get; }

    /// <summary>The variables, by id.</summary>
    public ImmutableArray<Variable> Variables { get; }

    /// <summary>The rows, by id.</summary>
    public ImmutableArray<Row> Rows { get; }

    /// <summary>Rows that hold only when their binary variable says so.</summary>
    public ImmutableArray<Indicator> Indicators { get; }

    /// <summary>What is optimized.</summary>
    public Objective Objective { get; }

    /// <summary>The coefficients of <see cref="Rows"/> in compressed row form, for engines.</summary>
    public RowMatrix Matrix { get; }

    /// <summary>True when every variable is continuous and there is no indicator row.</summary>
    public bool IsLinearProgram => Indicators.IsEmpty && Variables.All(variable => variable.Kind == VariableKind.Continuous);

    /// <summary>
    /// Exact equality: the same names, kinds, numbers and order throughout. <see cref="ModelEquivalence"/> tells whether two models
    /// mean the same.
    /// </summary>
    public bool Equals(Model? other) =>
        other is not null
        && Name == other.Name
        && Objective == other.Objective
        && Variables.AsSpan().SequenceEqual(other.Variables.AsSpan())
        && Rows.AsSpan().SequenceEqual(other.Rows.AsSpan())
        && Indicators.AsSpan().SequenceEqual(other.Indicators.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Model);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Variables.Length, Rows.Length, Indicators.Length, Objective);
}
