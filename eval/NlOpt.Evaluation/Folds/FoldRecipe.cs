using System.Collections.Immutable;
using NlOpt.Understanding.Weights;

namespace NlOpt.Evaluation;

/// <summary>Everything that decides the weights of the folds of a cross-validation.</summary>
/// <param name="Folds">Number of folds, at least 2.</param>
/// <param name="Seed">Seed of the training.</param>
/// <param name="Trainer">Checksum of the sources of the training.</param>
/// <param name="Data">The data the folds are cut from, in the order in which they are joined, then what every fold is trained on besides.</param>
public sealed record FoldRecipe(int Folds, int Seed, string Trainer, ImmutableArray<TrainingData> Data)
{
    /// <summary>In what another recipe differs, in a few words for people; empty when weights of one are weights of the other.</summary>
    public ImmutableArray<string> DifferencesFrom(FoldRecipe other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var differences = ImmutableArray.CreateBuilder<string>();
        if (Folds != other.Folds) differences.Add($"{other.Folds} folds instead of {Folds}");
        if (Seed != other.Seed) differences.Add($"seed {other.Seed} instead of {Seed}");
        if (Trainer != other.Trainer) differences.Add("other sources of the training");
        if (!Data.SequenceEqual(other.Data)) differences.Add("other data");
        return differences.ToImmutable();
    }
}
