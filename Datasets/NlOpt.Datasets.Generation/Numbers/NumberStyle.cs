namespace NlOpt.Datasets.Generation.Numbers;

/// <summary>How one text writes its numbers.</summary>
/// <param name="HasThousandsSeparator">Whether 12500 is written 12,500.</param>
/// <param name="ShareOfWords">How often small whole numbers are written in words.</param>
/// <param name="PercentWord">What follows a percentage: <c>%</c> or <c> percent</c>.</param>
/// <param name="WritesDollars">Whether amounts of money are written as "20 dollars".</param>
internal sealed record NumberStyle(bool HasThousandsSeparator, double ShareOfWords, string PercentWord, bool WritesDollars);
