namespace NlOpt.Datasets.Dialogues;

/// <summary>Who says something in a recorded dialogue.</summary>
public enum DialogueRole
{
    /// <summary>The one who asks and sums up.</summary>
    Agent,

    /// <summary>The one who has the problem.</summary>
    Client,
}
