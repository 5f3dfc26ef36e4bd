using System.Collections.Immutable;

namespace NlOpt.Modeling;

/// <summary>
/// Whether two models mean the same: equal up to the names and order of variables and rows, the scaling of rows, bounds written as rows, ranges
/// written as two rows, and repeated rows. The objective must be equal as it stands: same sense, coefficients and constant.
/// </summary>
public static class ModelEquivalence
{
    /// <summary>How far two numbers may lie apart, relative to the larger one, unless a call says otherwise.</summary>
    /// <value>1e-6.</value>
    public const double DefaultTolerance = 1e-6;

    /// <summary>Compares two models and looks for the variables that correspond.</summary>
    /// <param name="first">One model.</param>
    /// <param name="second">The other.</param>
    /// <param name="tolerance">Largest relative difference of two numbers; in [0, 0.1].</param>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance lies outside its range.</exception>
    public static ModelComparison Compare(Model first, Model second, double tolerance = DefaultTolerance)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        CheckTolerance(tolerance);
        return new CorrespondenceSearch(CanonicalForm.Of(first), CanonicalForm.Of(second), tolerance).Run();
    }

    /// <summary>Compares two models whose corresponding variables are known.</summary>
    /// <param name="first">One model.</param>
    /// <param name="second">The other.</param>
    /// <param name="correspondence">For each variable of the first model, by id, the variable of the second that it is.</param>
    /// <param name="tolerance">Largest relative difference of two numbers; in [0, 0.1].</param>
    /// <exception cref="ArgumentException">The correspondence is not one to one between all variables of both models.</exception>
    public static bool AreEquivalent(
        Model first, Model second, ImmutableArray<VariableId> correspondence, double tolerance = DefaultTolerance)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        CheckTolerance(tolerance);
        var isOneToOne = !correspondence.IsDefault
            && correspondence.Length == first.Variables.Length
            && first.Variables.Length == second.Variables.Length
            && correspondence.Select(variable => variable.Index).Order().SequenceEqual(Enumerable.Range(0, correspondence.Length));
        if (!isOneToOne) throw new ArgumentException("The correspondence must pair all variables of both models, one to one.", nameof(correspondence));
        return new ModelMatcher(CanonicalForm.Of(first), CanonicalForm.Of(second), tolerance).AreEqual([.. correspondence.Select(v => v.Index)]);
    }

    private static void CheckTolerance(double tolerance)
    {
        if (tolerance is not (>= 0 and <= 0.1)) throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "The tolerance lies in [0, 0.1].");
    }
}
