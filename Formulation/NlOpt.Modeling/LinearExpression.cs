using System.Collections.Immutable;

namespace NlOpt.Modeling;

/// <summary>One variable times its coefficient.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Coefficient">Finite and not zero within a <see cref="LinearExpression"/>.</param>
public readonly record struct Term(VariableId Variable, double Coefficient);

/// <summary>A sum of terms plus a constant: sorted by variable, each variable at most once, no zero coefficients.</summary>
public sealed class LinearExpression : IEquatable<LinearExpression>
{
    private LinearExpression(ImmutableArray<Term> terms, double constant)
    {
        Terms = terms;
        Constant = constant;
    }

    /// <summary>The expression 0.</summary>
    public static LinearExpression Zero { get; } = new([], 0);

    /// <summary>The terms, by ascending variable.</summary>
    public ImmutableArray<Term> Terms { get; }

    /// <summary>The constant part; finite.</summary>
    public double Constant { get; }

    /// <summary>Adds up terms in any order; equal variables are merged and zeros dropped.</summary>
    /// <exception cref="ArgumentException">A coefficient, their sum or the constant is not finite, or a variable is negative.</exception>
    public static LinearExpression Of(IEnumerable<Term> terms, double constant = 0)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (!double.IsFinite(constant)) throw new ArgumentException("The constant must be finite.", nameof(constant));
        var sums = new SortedDictionary<int, double>();
        foreach (var (variable, coefficient) in terms)
        {
            if (variable.Index < 0) throw new ArgumentException("A variable id must not be negative.", nameof(terms));
            var sum = sums.GetValueOrDefault(variable.Index) + coefficient;
            if (!double.IsFinite(sum)) throw new ArgumentException($"The coefficient of variable {variable.Index} must be finite.", nameof(terms));
            sums[variable.Index] = sum;
        }

        return new([.. sums.Where(pair => pair.Value != 0).Select(pair => new Term(new VariableId(pair.Key), pair.Value))], constant);
    }

    /// <summary>The value at a point.</summary>
    /// <param name="values">One value a variable, by id.</param>
    public double Evaluate(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var sum = Constant;
        foreach (var (variable, coefficient) in Terms) sum += coefficient * values[variable.Index];
        return sum;
    }

    /// <inheritdoc/>
    public bool Equals(LinearExpression? other) =>
        other is not null && Constant.Equals(other.Constant) && Terms.AsSpan().SequenceEqual(other.Terms.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LinearExpression);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Constant);
        foreach (var term in Terms) hash.Add(term);
        return hash.ToHashCode();
    }
}
