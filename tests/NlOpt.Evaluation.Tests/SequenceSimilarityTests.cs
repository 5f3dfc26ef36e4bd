using FluentAssertions;
using Xunit;

namespace NlOpt.Evaluation.Tests;

public sealed class SequenceSimilarityTests
{
    // Expected values: Python's difflib.SequenceMatcher with blanks and tabs as junk, on lower-case text.
    [Theory]
    [InlineData("oak tables", "oak table", 0.9473684210526315)]
    [InlineData("table", "chair", 0.2)]
    [InlineData("north field barley", "barley north field", 0.3333333333333333)]
    [InlineData("a b c d", "abcd", 0.7272727272727273)]
    [InlineData("abcd", "a b c d", 0.7272727272727273)]
    [InlineData("Rose Bunch", "rose bunches", 0.9090909090909091)]
    [InlineData("type 1 pump", "type 2 pump", 0.9090909090909091)]
    [InlineData("xx yy", "yy xx", 0.4)]
    [InlineData("", "abc", 0.0)]
    [InlineData("tea  cup", "tea cup", 0.9333333333333333)]
    [InlineData("soft drinks", "drinks, soft", 0.5217391304347826)]
    [InlineData("banana", "ananas", 0.8333333333333334)]
    [InlineData(" ", "", 1.0)]
    public void AgreesWithTheReference(string first, string second, double expected) =>
        SequenceSimilarity.Ratio(first, second).Should().BeApproximately(expected, 1e-12);
}
