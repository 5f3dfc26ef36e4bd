using System.Collections.Immutable;

namespace NlOpt.Evaluation.Classification;

/// <summary>How well paragraphs were classified.</summary>
/// <param name="Dataset">Name of the data.</param>
/// <param name="DatasetSha256">Their checksum.</param>
/// <param name="Items">One a paragraph, in the order of the file; at least one.</param>
public sealed record ClassificationReport(string Dataset, string DatasetSha256, ImmutableArray<ClassifiedItem> Items)
{
    /// <summary>How many are right.</summary>
    public int Right => Items.Count(item => item.IsRight);

    /// <summary>Share of right ones, in [0, 1].</summary>
    public double Accuracy => (double)Right / Items.Length;

    /// <summary>The wrong ones, in the order of the file.</summary>
    public IEnumerable<ClassifiedItem> Errors => Items.Where(item => !item.IsRight);

    /// <summary>How often each class was told as each template, by class, then the most frequent first; <c>nothing</c> where none was told.</summary>
    public IEnumerable<(int PaperClass, string Predicted, int Count)> Confusion => Items
        .GroupBy(item => (item.PaperClass, Predicted: item.Predicted?.Id ?? "nothing"))
        .OrderBy(group => group.Key.PaperClass).ThenByDescending(group => group.Count()).ThenBy(group => group.Key.Predicted, StringComparer.Ordinal)
        .Select(group => (group.Key.PaperClass, group.Key.Predicted, group.Count()));
}
