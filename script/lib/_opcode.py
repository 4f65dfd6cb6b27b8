"""What CPython tells of its instructions. This interpreter has others."""

# Instructions are never rewritten while they run.
ENABLE_SPECIALIZATION = False


def get_specialization_stats():
    return None
